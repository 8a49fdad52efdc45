"""Each rule with what it asks about, and the nearest that it lets be."""

from datetime import timedelta

import pytest

from clients.models import BreakGlass, ContactPoint, Exclusion, OwnWorkerPeriod
from paku.access.roles import Role
from pathways.models import Alarm
from tests.factories import (
    AssignmentFactory,
    PathFactory,
    StepFactory,
    SubstituteFactory,
    VisitFactory,
    worker,
)
from tests.pathways.alarms.openings import (
    A_DAY,
    at,
    days_ago,
    nights_pass,
    opened,
    stood_in,
)

pytestmark = pytest.mark.django_db
DAY = days_ago(5)


@pytest.fixture
def colleague(team):
    return worker(team=team, name="Kerttu Kollega", phone="+358400000077")


def asked():
    nights_pass(DAY)
    return list(Alarm.objects.values_list("rule", "on"))


def test_a_stated_reason_without_a_contact(path, colleague):
    stood_in(path, colleague, DAY)

    assert asked() == [("stand_in", DAY)]


@pytest.mark.parametrize("later", [0, 1])
def test_a_stated_reason_with_a_visit_the_same_or_the_next_day(path, colleague, later):
    stood_in(path, colleague, DAY)
    VisitFactory(path=path, worker=colleague, on=DAY + later * A_DAY)

    assert asked() == []


def test_a_visit_before_the_stated_reason_explains_nothing(path, colleague):
    stood_in(path, colleague, DAY)
    VisitFactory(path=path, worker=colleague, on=DAY - A_DAY)

    assert asked() == [("stand_in", DAY)]


def test_a_stated_reason_with_a_step_that_was_agreed(path, colleague):
    stood_in(path, colleague, DAY)
    StepFactory(client=path.client, agreed_by=colleague, agreed_on=DAY)

    assert asked() == []


def test_own_worker_pair_and_substitute_are_let_be(path, ohjaaja):
    opened(path, ohjaaja, DAY, "own")
    opened(path, AssignmentFactory(care=path.care).worker, DAY, "pair")
    opened(path, SubstituteFactory(care=path.care, since=days_ago(9)).worker, DAY, "substitute")

    assert asked() == []


def test_after_ones_own_part_had_ended(path, ohjaaja):
    OwnWorkerPeriod.objects.filter(worker=ohjaaja).update(until=DAY - timedelta(days=3))
    VisitFactory(path=path, worker=ohjaaja, on=DAY - timedelta(days=4))
    opened(path, ohjaaja, DAY, "team", deed="pathways.read")
    stood_in(path, ohjaaja, DAY)

    assert asked() == [("ended", DAY)]


def test_what_an_entry_calls_own_is_asked_of_the_rows(path, colleague):
    opened(path, colleague, DAY, "own")

    assert asked() == [("unrelated", DAY)]


def test_a_supervisors_reading_without_anything_it_belongs_to(path, team, colleague):
    leader = worker(Role.SUPERVISOR, team=team)
    other = PathFactory(care__team=team)
    stood_in(other, colleague, DAY - A_DAY)
    opened(path, leader, DAY, "supervises")
    opened(other, leader, DAY, "supervises")

    nights_pass(DAY)

    asked = Alarm.objects.get(worker=leader)
    assert (asked.rule, asked.client_ref, asked.team) == ("leading", path.client.ref, None)


def test_every_emergency(path):
    outsider = worker()
    BreakGlass.objects.create(
        client=path.client, worker=outsider, reason="life", words="Hengenvaara, naapuri soitti", began_at=at(DAY),
        ends_at=at(DAY) + timedelta(hours=4), review_due_on=DAY + timedelta(days=5),
    )  # fmt: skip
    opened(path, outsider, DAY, "break_glass")
    VisitFactory(path=path, worker=outsider, on=DAY)

    assert asked() == [("emergency", DAY)]


def test_a_matter_closed_for_over_thirty_days_even_of_ones_own(path, ohjaaja):
    path.ended_on, path.ending = DAY - timedelta(days=31), "coping"
    path.save()
    opened(path, ohjaaja, DAY, "own")

    assert asked() == [("closed", DAY)]


def test_a_check_in_call_after_the_end_is_let_be(path, ohjaaja):
    path.ended_on, path.ending = DAY - timedelta(days=31), "coping"
    path.save()
    opened(path, ohjaaja, DAY, "own")
    VisitFactory(path=path, worker=ohjaaja, on=DAY)

    assert asked() == []


def test_the_same_last_name_is_asked_of_an_own_worker_once(path, ohjaaja):
    path.client.last_name = "Salo-Ohjaaja"
    path.client.save()
    opened(path, ohjaaja, DAY, "own")
    opened(path, ohjaaja, DAY + A_DAY, "own")

    assert asked() == [("same_name", DAY)]


def test_ones_own_number_and_ones_relatives_address(path, colleague):
    ContactPoint.objects.create(client=path.client, kind="phone", value=colleague.phone)
    relative, neighbour = PathFactory(), PathFactory(care__team=path.care.team)
    for one in (relative, neighbour):
        ContactPoint.objects.create(client=one.client, kind="address", value="Kotitie 1, Keitele")
    Exclusion.objects.create(
        client=relative.client, user=colleague, reason="relative", added_by=colleague
    )
    for one in (path, neighbour):
        stood_in(one, colleague, DAY)
        VisitFactory(path=one, worker=colleague, on=DAY)

    assert asked() == [("same_contact", DAY)] * 2


def test_a_colleague_who_is_a_client(path, colleague, team):
    Exclusion.objects.create(
        client=path.client, user=worker(team=team), reason="self", added_by=colleague
    )
    stood_in(path, colleague, DAY)
    VisitFactory(path=path, worker=colleague, on=DAY)

    assert asked() == [("colleague", DAY)]
