"""The clients under review: days and counts, never a text of a file."""

import pytest

from paku.access.roles import Role
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import StepFactory, VisitFactory, worker
from tests.paku.kit.bad_inputs import of
from tests.pathways.lists import days, names, path_of, shown

pytestmark = pytest.mark.django_db

CASELOAD = "/caseload/"


@pytest.fixture
def desk(team):
    """The supervisor of the instructor's team."""
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


def test_the_list_tells_days_and_counts_and_no_text(desk, ohjaaja):
    path = path_of(ohjaaja, "Aho", how_began="Kirje äidiltä")
    StepFactory(client=path.client, what="Salainen asia", due_on=days(-2))
    VisitFactory(path=path, note="Käynnin teksti", note__client_words="Omat sanat")

    page = desk.get(CASELOAD).content.decode()

    assert all(each in page for each in ("Aho", "Outi Ohjaaja", shown(days(-2))))
    assert all(
        each not in page
        for each in ("Salainen asia", "Käynnin teksti", "Omat sanat", "Kirje", str(path.client.ref))
    )


def test_a_client_without_a_dated_next_step_is_red_and_first(desk, ohjaaja):
    StepFactory(client=path_of(ohjaaja, "Aho").client)
    path_of(ohjaaja, "Virta")

    response = desk.get(CASELOAD)

    assert names(response) == ["Virta", "Aho"]
    assert response.content.decode().count('<tr class="needs-care">') == 1


def test_the_list_is_narrowed(desk, ohjaaja, team):
    other = worker(team=team)
    StepFactory(client=path_of(other, "Toisen").client)
    StepFactory(client=path_of(ohjaaja, "Myöhässä", stage=Stage.OUTREACH).client, due_on=days(-1))
    StepFactory(client=path_of(ohjaaja, "Hiljainen", met=-30).client)
    path_of(ohjaaja, "Sopimatta")

    def narrowed(**chosen):
        return names(desk.get(CASELOAD, chosen))

    assert narrowed(worker=other.ref) == ["Toisen"]
    assert narrowed(stage="outreach") == narrowed(only="overdue") == ["Myöhässä"]
    assert narrowed(only="silent") == ["Hiljainen"]
    assert narrowed(only="no-step") == ["Sopimatta"]
    assert narrowed(only="no-step", worker=other.ref) == []


def test_the_list_is_put_in_order(desk, ohjaaja, team):
    early = worker(team=team, name="Aatu Alku")
    aho = path_of(ohjaaja, "Aho", stage=Stage.OUTREACH, met=-5)
    virta = path_of(ohjaaja, "Virta", stage=Stage.TAPERING, met=-9)
    aijala = path_of(early, "Äijälä", stage=Stage.INTENSIVE_SUPPORT, met=-2)
    for path, due in ((aho, 5), (virta, -2), (virta, -1), (aijala, -3)):
        StepFactory(client=path.client, due_on=days(due))

    def ordered(sort):
        return names(desk.get(CASELOAD, {"sort": sort}))

    assert ordered("name") == ["Aho", "Virta", "Äijälä"]
    assert ordered("stage") == ["Aho", "Äijälä", "Virta"]
    assert ordered("contact") == ["Virta", "Aho", "Äijälä"]
    assert ordered("overdue") == ["Virta", "Äijälä", "Aho"]
    assert ordered("worker") == ["Äijälä", "Aho", "Virta"]
    assert ordered("step") == ["Äijälä", "Virta", "Aho"]


@pytest.mark.parametrize("sort", ["step", "name", "worker", "stage", "contact", "overdue"])
def test_a_long_list_comes_in_pages_with_nobody_twice_or_missing(desk, ohjaaja, sort):
    paths = [path_of(ohjaaja, f"Aho {number % 3}", met=-(number % 4)) for number in range(28)]
    for path in paths[::3]:
        StepFactory(client=path.client, due_on=days(-1))

    first = desk.get(CASELOAD, {"sort": sort})
    second = desk.get(CASELOAD + first.context["older_url"])

    assert (len(first.context["rows"]), len(second.context["rows"])) == (25, 3)
    assert len({row.ref for page in (first, second) for row in page.context["rows"]}) == 28


@pytest.mark.parametrize(("query", "expected"), of("query_param"))
def test_addresses_that_nobody_wrote_show_the_first_page(desk, ohjaaja, query, expected):
    path_of(ohjaaja)

    response = desk.get(CASELOAD + query)

    assert response.status_code in expected["status"]
    assert len(response.context["rows"]) == 1
