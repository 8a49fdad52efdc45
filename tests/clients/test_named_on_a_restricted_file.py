"""Whoever answers for the client is named on a restricted file, at once or later; and the privacy officer is told."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.actions.care import assign, substitute
from clients.actions.restrictions import let_in
from clients.models.assignment import Part
from paku.audit.models import Entry
from paku.kit.refusals import Refused
from paku.reminders.models import Delivery
from tests.clients.restricting import file_of, named, page_of, restricted, sees
from tests.clients.standings import excluded_officer, near_worker, officer, student, supervisor
from tests.desk import Desk
from tests.factories import AssignmentFactory, SubstituteFactory, today, worker

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def test_substitutes_and_pairs_of_today_and_of_days_to_come_are_named(path, desk, ohjaaja, team):
    now = SubstituteFactory(care=path.care, worker=worker(team=team)).worker
    coming = SubstituteFactory(
        care=path.care, since=today() + WEEK, until=today() + WEEK * 2, worker=worker(team=team)
    ).worker
    pair_to_come = AssignmentFactory(care=path.care, since=today() + WEEK).worker
    SubstituteFactory(care=path.care, since=today() - WEEK * 2, until=today() - WEEK)

    restricted(path, desk)

    assert named(path.client) == {ohjaaja, now, coming, pair_to_come}
    assert sees(now, path.client) == (True, 200)
    told = Entry.objects.get(deed="clients.restricted").details["workers"]
    assert set(told.split(", ")) == {str(user.ref) for user in named(path.client)}


def test_the_page_says_who_is_named_and_who_is_left_outside(path, desk):
    stand_in, others = SubstituteFactory(care=path.care).worker, (near_worker(path), student(path))

    context = desk.get(page_of(path.client)).context

    assert stand_in.name in context["named"]
    assert {one.worker for one in context["left_out"]} == set(others)


def test_one_who_is_made_a_pair_later_is_named_with_it(path, desk, ohjaaja, team):
    restricted(path, desk)
    new = worker(team=team)

    assign(care=path.care, worker=new, part=Part.PAIR, since=today(), by=ohjaaja)

    assert sees(new, path.client) == (True, 200)


def test_one_who_is_made_a_substitute_later_is_named_with_it(path, desk, ohjaaja, team):
    restricted(path, desk)
    new = worker(team=team)

    substitute(care=path.care, worker=new, since=today(), until=today() + WEEK, by=ohjaaja)

    assert sees(new, path.client) == (True, 200)


@pytest.mark.parametrize("part", [Part.NEAR_WORKER, Part.STUDENT])
def test_a_near_worker_or_a_student_is_named_by_nobody_unawares(path, desk, ohjaaja, team, part):
    restricted(path, desk)
    days = {"since": today(), "until": today() + WEEK}

    with pytest.raises(Refused) as refusal:
        assign(care=path.care, worker=worker(team=team), part=part, by=ohjaaja, **days)

    assert refusal.value.code == "not_named"


@pytest.mark.parametrize("part", [Part.NEAR_WORKER, Part.STUDENT])
def test_a_near_worker_or_a_student_who_was_let_in_may_join(path, desk, ohjaaja, team, part):
    restricted(path, desk)
    new, days = worker(team=team), {"since": today(), "until": today() + WEEK}
    let_in(client=path.client, user=new, by=ohjaaja)

    assign(care=path.care, worker=new, part=part, by=ohjaaja, **days)

    assert path.care.assignments.get().worker == new


def test_the_privacy_officer_is_told_at_once_and_sees_it_on_the_trail_page(path, desk):
    watching, shut_out = officer(path), excluded_officer(path)
    supervisor(path)

    restricted(path, desk)

    told = Delivery.objects.filter(kind="file_restricted")
    assert [one.to for one in told] == [watching]
    assert page_of(path.client) in Desk().sit(watching).get("/trail/").content.decode()
    assert page_of(path.client) not in Desk().sit(shut_out).get("/trail/").content.decode()


def test_restricting_twice_names_and_tells_once(path, desk):
    officer(path)

    for _tab in range(2):
        desk.send(page_of(path.client), {})

    assert Entry.objects.filter(deed="clients.restricted").count() == 1
    assert Delivery.objects.filter(kind="file_restricted").count() == 1


def test_the_file_of_a_restricted_client_opens_to_its_substitute(path, desk):
    stand_in = SubstituteFactory(care=path.care).worker
    restricted(path, desk)

    page = Desk().sit(stand_in).get(file_of(path.client))

    assert (
        page.status_code,
        reverse("pathways:path", args=[path.ref]) in page.content.decode(),
    ) == (200, True)
