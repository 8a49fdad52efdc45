"""Who answers while the own worker is away: named with both days, changed, ended; several clients at once (row S11)."""

import pytest
from django.urls import reverse

from clients.models import Exclusion, Substitute
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import AssignmentFactory, SubstituteFactory, today, worker
from tests.pathways.giving_over import own_worker_of
from tests.pathways.lists import days, path_of, shown, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(team):
    return worker(team=team, name="Sijainen Saara")


def new_for(path):
    return reverse("pathways:new-substitute", args=[path.client.ref])


def address_of(row):
    return reverse("pathways:substitute", args=[row.care.client.ref, row.ref])


def named(user, since=0, until=14):
    return {"worker": str(user.ref), "since": shown(days(since)), "until": shown(days(until))}


def test_a_substitute_opens_the_file_on_the_named_days_only(desk, path, other):
    desk.send(new_for(path), named(other, since=1))
    seat = Desk().sit(other)
    before = seat.get(f"/clients/{path.client.ref}/").status_code
    row = Substitute.objects.get()
    Substitute.objects.update(since=today())

    assert (before, seat.get(f"/clients/{path.client.ref}/").status_code) == (403, 200)
    assert (row.worker, row.since, row.until) == (other, days(1), days(14))


def test_the_substitute_is_told_at_once_and_the_page_shows_the_number(desk, path, other):
    desk.send(new_for(path), named(other))

    assert path.client.name in text(Desk().sit(other).get("/"))
    assert "Sijainen Saara" in text(desk.get(own_worker_of(path)))


def test_the_days_are_changed_and_ended_today(desk, path, other):
    row = SubstituteFactory(care=path.care, worker=other)

    desk.send(address_of(row), {"until": shown(days(9))})
    row.refresh_from_db()
    assert (row.since, row.until) == (days(-3), days(9))

    desk.send(address_of(row), {"end": "1"})
    row.refresh_from_db()
    assert row.until == today()
    deeds = set(Entry.objects.values_list("deed", flat=True))
    assert {"clients.substitute_changed", "clients.substitute_ended"} <= deeds


def test_what_has_not_begun_may_never_begin(desk, path, other):
    row = SubstituteFactory(care=path.care, worker=other, since=days(5), until=days(9))

    desk.send(address_of(row), {"end": "1"})

    assert not Substitute.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"worker": ""},
        {"since": shown(days(-1))},
        {"until": shown(days(-1))},
        {"until": ""},
        {"until": shown(days(500))},
        {"since": shown(days(9)), "until": shown(days(8))},
    ],
)
def test_faulty_days_come_back(desk, path, other, fields):
    answer = desk.send(new_for(path), named(other) | fields)

    assert (answer.status_code, Substitute.objects.count()) == (422, 0)


def test_two_never_stand_in_on_the_same_day(desk, path, other, team):
    desk.send(new_for(path), named(other))

    answer = desk.send(new_for(path), named(worker(team=team), since=3, until=20))

    assert (answer.status_code, Substitute.objects.count()) == (422, 1)
    assert "Sijainen Saara" in text(answer)


def test_strangers_and_the_shut_out_cannot_be_named(desk, path, other):
    Exclusion.objects.create(
        client=path.client, user=other, reason="acquaintance", added_by=desk.user
    )

    for user in (worker(), other, desk.user):
        assert desk.send(new_for(path), named(user)).status_code == 422
    assert not Substitute.objects.exists()


def test_near_workers_and_colleagues_name_nobody(path, other):
    near = AssignmentFactory(care=path.care, near_worker=True).worker

    assert [Desk().sit(user).get(new_for(path)).status_code for user in (near, other)] == [403, 403]
    assert Desk().sit(worker()).get(new_for(path)).status_code == 404


def test_another_clients_substitute_is_not_found_under_this_address(desk, path, other, ohjaaja):
    row = SubstituteFactory(care=path_of(ohjaaja).care, worker=other)

    address = reverse("pathways:substitute", args=[path.client.ref, row.ref])

    assert desk.get(address).status_code == 404


def test_one_substitute_for_all_ones_clients_at_once(desk, ohjaaja, other, team):
    mine = [path_of(ohjaaja, name) for name in ("Aho", "Kero", "Saari")]
    theirs = path_of(worker(team=team), "Vieras")
    ticked = [str(one.care.ref) for one in mine[:2]]

    answer = desk.send("/substitutes/", {**named(other), "clients": ticked})
    foreign = desk.send("/substitutes/", {**named(other), "clients": [str(theirs.care.ref)]})

    assert (answer.status_code, foreign.status_code) == (303, 422)
    found = Substitute.objects.values_list("care__client__last_name", flat=True)
    assert sorted(found) == ["Aho", "Kero"]


def test_the_board_tells_who_has_no_substitute(desk, ohjaaja, other):
    path = path_of(ohjaaja, "Aho")
    path_of(ohjaaja, "Kero")
    SubstituteFactory(care=path.care, worker=other)

    assert desk.get("/clients/").context["without_substitute"] == 1
    SubstituteFactory(care=path_of(ohjaaja, "Saari").care, worker=other, until=days(-1))
    assert desk.get("/clients/").context["without_substitute"] == 2


def test_the_page_costs_the_same_for_one_and_for_ten(desk, path, other):
    SubstituteFactory(care=path.care, worker=other)
    one = desk.cost(own_worker_of(path))
    for number in range(9):
        first = days(10 + 2 * number)
        SubstituteFactory(care=path.care, worker=other, since=first, until=first)

    assert desk.cost(own_worker_of(path)) == one
    assert one <= 11
