"""What is due reaches its doer once, however often it is looked for."""

from datetime import timedelta

import pytest

from paku.reminders.models import Channel, Delivery, Heartbeat, State
from paku.reminders.sending import HEARTBEAT, sweep
from paku.reminders.sources import nudges_for
from tests.factories import worker
from tests.paku.reminders.situations import MORNING, WEDNESDAY, a_step_due, at, many_steps

pytestmark = pytest.mark.django_db


def notices(user):
    return Delivery.objects.notices_for(user)


def test_a_step_that_is_due_becomes_a_notice_at_any_hour_of_any_day():
    ohjaaja = worker()
    step = a_step_due(WEDNESDAY + timedelta(days=3), to=ohjaaja)

    sweep(at(step.due_on - timedelta(days=1), 23))
    assert not notices(ohjaaja).exists()

    sweep(at(step.due_on, 0, 5))
    notice = notices(ohjaaja).get()
    assert (notice.reference, notice.kind, notice.due_on) == (step.ref, "step_due", step.due_on)
    assert notice.state == State.SENT


def test_sweeping_twice_delivers_once():
    users = many_steps(workers=3, each=4)

    first, second = sweep(MORNING), sweep(MORNING)

    assert (first.notices, first.mails) == (12, 3)
    assert (second.notices, second.mails) == (0, 0)
    assert [notices(user).count() for user in users] == [4, 4, 4]


def test_a_step_moved_to_another_day_is_a_new_promise():
    ohjaaja = worker()
    step = a_step_due(to=ohjaaja)
    sweep(MORNING)

    step.due_on = WEDNESDAY + timedelta(days=1)
    step.save()

    assert sweep(MORNING).notices == 0
    assert sweep(at(step.due_on)).notices == 1
    assert [notice.due_on for notice in notices(ohjaaja)] == [WEDNESDAY, step.due_on]


def test_a_notice_of_a_done_step_no_longer_holds():
    ohjaaja = worker()
    done, open_one = a_step_due(to=ohjaaja), a_step_due(to=ohjaaja)
    sweep(MORNING)

    done.done_on, done.done_by = WEDNESDAY, ohjaaja
    done.save()

    still = notices(ohjaaja).still_about("step_due", type(done).objects.open().values("ref"))
    assert [notice.reference for notice in still] == [open_one.ref]
    assert [nudge.reference for nudge in nudges_for(ohjaaja, WEDNESDAY)] == [open_one.ref]


def test_the_number_of_statements_does_not_grow_with_the_number_of_steps(django_assert_num_queries):
    sunday = at(WEDNESDAY + timedelta(days=4))
    many_steps(workers=1, each=2)
    with django_assert_num_queries(
        9
    ):  # savepoint, four of clocks, notices, release, two heartbeats
        sweep(sunday)

    many_steps(workers=5, each=10)
    with django_assert_num_queries(9):
        assert sweep(sunday).notices == 50


def test_the_sweeper_shows_that_it_lives():
    assert Heartbeat.objects.is_silent(HEARTBEAT)

    sweep(MORNING)
    assert not Heartbeat.objects.is_silent(HEARTBEAT)

    Heartbeat.objects.update(at=Heartbeat.objects.get().at - timedelta(minutes=4))
    assert Heartbeat.objects.is_silent(HEARTBEAT)


def test_without_anything_due_nothing_is_written():
    a_step_due(WEDNESDAY + timedelta(days=1))

    assert sweep(MORNING).notices == 0
    assert not Delivery.objects.filter(channel__in=Channel.values).exists()
