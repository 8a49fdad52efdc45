"""My clients in the morning: who waits for what."""

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from pathways.models.stage import Stage
from tests.factories import (
    CareFactory,
    ClientFactory,
    MemberFactory,
    StepFactory,
    today,
)
from tests.paku.kit.bad_inputs import of
from tests.pathways.lists import days, names, path_of, shown, text

pytestmark = pytest.mark.django_db

BOARD = "/clients/"


def test_each_client_shows_stage_step_doer_day_and_last_contact(desk, ohjaaja):
    path = path_of(ohjaaja, "Aho", met=-3)
    doer = MemberFactory(client=path.client, name="Velka Neuvoja")
    StepFactory(client=path.client, doer=doer, what="Tavata velkaneuvoja", due_on=days(5))
    StepFactory(client=path.client, what="Myöhemmin", due_on=days(9))

    response = desk.get(BOARD)

    page, (row,) = text(response), response.context["rows"]
    for told in (
        "Tavata velkaneuvoja",
        "Velka Neuvoja",
        shown(days(5)),
        f"<span>{row.contact.when}",
        'data-stage="intensive_support"',
        reverse("pathways:client", args=[path.client.ref]),
    ):
        assert told in page
    assert row.contact.days == 3
    assert "Myöhemmin" not in page


def test_a_client_without_a_dated_next_step_is_red_and_first(desk, ohjaaja):
    planned = path_of(ohjaaja, "Aho")
    StepFactory(client=planned.client, due_on=days(-1))
    path_of(ohjaaja, "Virta")

    response = desk.get(BOARD)

    assert names(response) == ["Virta", "Aho"]
    assert text(response).count("needs-care") == 1


def test_a_late_step_and_a_broken_promise_are_said_in_words(desk, ohjaaja):
    late = path_of(ohjaaja, "Aho", met=-10)
    StepFactory(client=late.client, due_on=days(-2))
    path_of(ohjaaja, "Virta", met=-15)

    page = desk.get(BOARD)

    rows = {row.name.split()[0]: row for row in page.context["rows"]}
    aho, virta = rows["Aho"].contact, rows["Virta"].contact
    assert rows["Aho"].step_state == "overdue"
    assert (aho.is_late, aho.is_silent, virta.is_silent) == (True, False, True)
    assert f'pill tone-warn">{aho.verdict}<' in text(page)
    assert f'pill tone-bad">{virta.verdict}<' in text(page)


def test_a_done_step_is_no_next_step(desk, ohjaaja):
    StepFactory(client=path_of(ohjaaja, "Aho").client, done_on=today(), done_by=ohjaaja)

    assert desk.get(BOARD).context["rows"][0].step is None


def test_the_list_is_put_in_order_and_narrowed(desk, ohjaaja):
    first = path_of(ohjaaja, "Äijälä", stage=Stage.TAPERING, met=-9)
    then = path_of(ohjaaja, "Aho", stage=Stage.INTENSIVE_SUPPORT, met=-1)
    path_of(ohjaaja, "Zetterberg", stage=Stage.OUTREACH, met=-5)
    StepFactory(client=first.client, due_on=days(1))
    StepFactory(client=then.client, due_on=days(2))

    assert names(desk.get(BOARD)) == ["Zetterberg", "Äijälä", "Aho"]
    assert names(desk.get(BOARD, {"sort": "name"})) == ["Aho", "Zetterberg", "Äijälä"]
    assert names(desk.get(BOARD, {"sort": "contact"})) == ["Äijälä", "Zetterberg", "Aho"]
    assert names(desk.get(BOARD, {"sort": "stage"})) == ["Zetterberg", "Aho", "Äijälä"]
    assert names(desk.get(BOARD, {"stage": "tapering"})) == ["Äijälä"]


@pytest.mark.parametrize("sort", ["step", "name", "contact", "stage"])
def test_a_long_list_comes_in_pages_with_nobody_twice_or_missing(desk, ohjaaja, sort):
    paths = [path_of(ohjaaja, f"Aho {number % 3}", met=-(number % 4)) for number in range(30)]
    StepFactory(client=paths[7].client)

    first = desk.get(BOARD, {"sort": sort})
    second = desk.get(BOARD + first.context["older_url"])
    back = desk.get(BOARD + second.context["newer_url"])

    refs = [[row.ref for row in response.context["rows"]] for response in (first, second, back)]
    assert (len(refs[0]), len(refs[1]), len({*refs[0], *refs[1]})) == (25, 5, 30)
    assert refs[2] == refs[0]
    assert "Aho" not in first.context["older_url"]


def test_an_ended_care_relationship_leaves_the_list(desk, ohjaaja):
    care = path_of(ohjaaja, "Aho").care
    care.ended_on = today()
    care.save()

    assert names(desk.get(BOARD)) == names(desk.get(BOARD, {"who": "team"})) == []


def test_an_open_care_relationship_without_a_path_stays_in_the_list(desk, ohjaaja, team):
    CareFactory(team=team, own_worker=ohjaaja, client=ClientFactory(last_name="Aho"))

    assert names(desk.get(BOARD)) == ["Aho"]


def test_those_shown_are_on_the_trail(desk, ohjaaja):
    path = path_of(ohjaaja, "Aho")

    desk.get(BOARD)

    entry = Entry.objects.get(deed="clients.listed")
    assert (entry.client_refs, entry.actor_ref) == ([path.client.ref], ohjaaja.ref)


@pytest.mark.parametrize("address", [BOARD, f"{BOARD}?who=team", f"{BOARD}?sort=stage"])
def test_ten_clients_cost_as_much_as_one(desk, ohjaaja, address):
    StepFactory(client=path_of(ohjaaja, "Aho").client)
    one = desk.cost(address)
    for number in range(9):
        path = path_of(ohjaaja, f"Virta {number}")
        StepFactory(client=path.client, doer=MemberFactory(client=path.client))

    assert desk.cost(address) == one <= 9


@pytest.mark.parametrize(("query", "expected"), of("query_param"))
def test_addresses_that_nobody_wrote_show_the_first_page(desk, ohjaaja, query, expected):
    path_of(ohjaaja, "Aho")

    response = desk.get(BOARD + query)

    assert response.status_code in expected["status"]
    assert names(response) == ["Aho"]
