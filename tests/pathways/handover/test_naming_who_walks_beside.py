"""Who leads the team names a pair, near-worker or student of a person who is a client already, and ends it (O19)."""

import uuid

import pytest
from django.urls import reverse

from clients.models import Assignment, Exclusion
from network.models import Member
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import AssignmentFactory, today, worker
from tests.pathways.beside import end_of, file_of, named, new_for
from tests.pathways.giving_over import own_worker_of
from tests.pathways.lists import days, path_of, shown, text
from tests.told import kinds_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


@pytest.fixture
def near(team):
    return worker(Role.NEAR_WORKER, team=team, name="Lähellä Lauri")


def test_a_near_worker_sees_the_person_from_being_named_until_it_ends(lead, path, near):
    seat = Desk().sit(near)
    before = seat.get(file_of(path)).status_code

    assert lead.send(new_for(path), named(near)).status_code == 303
    row = Assignment.objects.get()
    assert (row.worker, row.part, row.since, row.until) == (near, "near_worker", today(), None)
    assert (before, seat.get(file_of(path)).status_code) == (404, 200)
    assert path.client.last_name in text(seat.get("/clients/"))
    assert kinds_on(seat.get("/")) == ["named_beside"]

    Assignment.objects.update(since=days(-5))
    lead.send(end_of(row), {})
    row.refresh_from_db()
    assert row.until == days(-1)
    assert seat.get(file_of(path)).status_code == 404
    assert path.client.last_name not in text(seat.get("/clients/"))
    deeds = set(Entry.objects.about(path.client.ref).values_list("deed", flat=True))
    assert {"clients.worker_assigned", "clients.worker_left"} <= deeds


def test_the_named_stand_around_the_person_and_on_the_page_with_their_days(lead, path, near):
    lead.send(new_for(path), named(near, until=9))

    member = Member.objects.get(client=path.client, user=near)
    assert (member.kind, member.role, member.until) == (
        "worker",
        "järjestö- tai diakoniatyöntekijä",
        days(9),
    )
    page = text(lead.get(own_worker_of(path)))
    assert "Lähellä Lauri" in page
    assert end_of(Assignment.objects.get()) in page

    Member.objects.update(since=days(-3))
    lead.send(end_of(Assignment.objects.get()), {})
    member.refresh_from_db()
    assert (member.until, Assignment.objects.exists()) == (days(-1), False)


def test_a_near_worker_comes_from_another_house_as_well(lead, path):
    other = worker(Role.NEAR_WORKER)

    assert lead.send(new_for(path), named(other)).status_code == 303
    assert Desk().sit(other).get(file_of(path)).status_code == 200


def test_one_who_was_around_before_goes_on_in_the_new_part(lead, path, near):
    for since, until in ((0, 3), (4, None)):
        assert lead.send(new_for(path), named(near, since=since, until=until)).status_code == 303

    assert Member.objects.filter(client=path.client, user=near).count() == 2
    assert Member.objects.on(today()).filter(user=near).count() == 1


@pytest.mark.parametrize(
    ("role", "part"),
    [
        (Role.INSTRUCTOR, "pair"),
        (Role.SOCIAL_WORKER, "pair"),
        (Role.NEAR_WORKER, "near_worker"),
        (Role.STUDENT, "student"),
    ],
)
def test_each_is_named_in_the_part_that_fits_the_role(lead, path, team, role, part):
    other = worker(role, team=team)

    for wrong in {"pair", "near_worker", "student"} - {part}:
        assert lead.send(new_for(path), named(other, wrong, until=9)).status_code == 422
    assert lead.send(new_for(path), named(other, part, until=9)).status_code == 303
    assert Assignment.objects.get().part == part


@pytest.mark.parametrize(
    "fields",
    [
        {"worker": ""},
        {"since": shown(days(-1))},
        {"since": ""},
        {"until": ""},
        {"until": "31.2.2030"},
        {"since": shown(days(9)), "until": shown(days(8))},
    ],
)
def test_faulty_sheets_come_back_and_a_student_has_a_last_day(lead, path, team, fields):
    student = worker(Role.STUDENT, team=team)

    answer = lead.send(new_for(path), named(student, "student", until=9) | fields)

    assert (answer.status_code, Assignment.objects.count()) == (422, 0)


def test_the_own_worker_strangers_and_the_shut_out_cannot_be_named(lead, path, team):
    shut_out, gone = worker(team=team), worker(team=team)
    gone.is_active = False
    gone.save()
    Exclusion.objects.create(
        client=path.client, user=shut_out, reason="acquaintance", added_by=lead.user
    )

    for user in (path.care.own_worker, worker(), shut_out, gone, lead.user):
        assert lead.send(new_for(path), named(user, "pair")).status_code == 422
    assert not Assignment.objects.exists()


def test_nobody_walks_beside_twice_on_a_day_from_two_tabs_either(lead, path, near):
    sheet = uuid.uuid4()
    twice = [lead.send(new_for(path), named(near), sheet=sheet).status_code for _ in range(2)]
    other_tab = lead.send(new_for(path), named(near, since=4, until=8))

    assert (twice, other_tab.status_code, Assignment.objects.count()) == ([303, 303], 422, 1)
    assert "Lähellä Lauri" in text(other_tab)


def test_it_is_ended_once(lead, path):
    row = AssignmentFactory(care=path.care)
    sheet = uuid.uuid4()

    twice = [lead.send(end_of(row), {}, sheet=sheet).status_code for _ in range(2)]
    other_tab = lead.send(end_of(row), {}).status_code

    assert (twice, other_tab) == ([303, 303], 409)
    assert Entry.objects.filter(deed="clients.worker_left").count() == 1


def test_what_has_not_begun_never_begins(lead, path):
    row = AssignmentFactory(care=path.care, since=days(3))

    lead.send(end_of(row), {})

    assert not Assignment.objects.exists()


def test_another_clients_row_is_not_found_under_this_address(lead, path, team):
    row = AssignmentFactory(care=path_of(worker(team=team)).care)
    address = reverse("pathways:end-beside", args=[path.client.ref, row.ref])

    assert (lead.get(address).status_code, lead.send(address, {}).status_code) == (404, 404)


def test_the_page_costs_the_same_for_one_and_for_ten(lead, path):
    AssignmentFactory(care=path.care)
    one = lead.cost(own_worker_of(path))
    for _ in range(9):
        AssignmentFactory(care=path.care)

    assert lead.cost(own_worker_of(path)) == one
    assert one <= 11
