"""The clients under review: days and counts, never a text of a file."""

import pytest

from paku.access.roles import Role
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import StepFactory, TeamFactory, VisitFactory, worker
from tests.paku.kit.bad_inputs import of
from tests.pathways.lists import days, names, path_of

pytestmark = pytest.mark.django_db

CASELOAD = "/caseload/"


@pytest.fixture
def team():
    return TeamFactory(name="Viitasaaren tiimi")


@pytest.fixture
def desk(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


@pytest.fixture
def ohjaaja(team):
    return worker(team=team, name="Outi Ohjaaja")


def test_the_list_tells_days_and_counts_and_no_text(desk, ohjaaja):
    path = path_of(ohjaaja, "Aho", how_began="Kirje äidiltä")
    StepFactory(client=path.client, what="Salainen asia", due_on=days(-2))
    VisitFactory(path=path, note="Käynnin teksti", note__client_words="Omat sanat")

    page = desk.get(CASELOAD).content.decode()

    assert all(
        each in page
        for each in ("Aho", "Outi Ohjaaja", f"{days(-2).day}.{days(-2).month}.{days(-2).year}")
    )
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


def test_the_list_is_narrowed(desk, ohjaaja):
    other = worker(team=ohjaaja.rights[0].team)
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


def test_the_list_is_put_in_order(desk, ohjaaja):
    early = worker(team=ohjaaja.rights[0].team, name="Aatu Alku")
    for due in (-3, -2):
        StepFactory(
            client=path_of(ohjaaja, "Äijälä", stage=Stage.OUTREACH, met=-2).client, due_on=days(due)
        )
    first = path_of(early, "Virta", stage=Stage.TAPERING, met=-9)
    StepFactory(client=first.client, due_on=days(5))

    def ordered(sort):
        return list(dict.fromkeys(names(desk.get(CASELOAD, {"sort": sort}))))

    assert ordered("step") == ordered("stage") == ordered("overdue") == ["Äijälä", "Virta"]
    assert ordered("name") == ordered("worker") == ordered("contact") == ["Virta", "Äijälä"]


@pytest.mark.parametrize("sort", ["step", "name", "worker", "stage", "contact", "overdue"])
def test_a_long_list_comes_in_pages_with_nobody_twice_or_missing(desk, ohjaaja, sort):
    paths = [path_of(ohjaaja, f"Aho {number % 3}", met=-number % 4) for number in range(28)]
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
