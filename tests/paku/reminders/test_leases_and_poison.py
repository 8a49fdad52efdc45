"""Whose turn it is to send, and what becomes of a row that kills whoever takes it (F29)."""

import pytest
from django.template.exceptions import TemplateDoesNotExist

from paku.reminders import claims, kill_points
from paku.reminders.kill_points import Point
from paku.reminders.mailing import send_waiting
from paku.reminders.models import Delivery, State
from paku.reminders.planning import plan_digests
from paku.reminders.sending import sweep
from tests.factories import worker
from tests.paku.reminders.situations import MORNING, WEDNESDAY, a_step_due, the_mail, time_passes

pytestmark = pytest.mark.django_db


def test_each_try_carries_the_same_message_id(post_office):
    a_step_due()
    plan_digests(WEDNESDAY)
    first = claims.claim_mail()
    time_passes(minutes=3)
    second = claims.claim_mail()

    assert first.message_id == second.message_id
    assert second.crashes == 1


def test_a_lease_keeps_the_mail_from_others_until_it_runs_out():
    a_step_due()
    plan_digests(WEDNESDAY)
    slow = claims.claim_mail()
    assert claims.claim_mail() is None

    time_passes(seconds=121)
    quick = claims.claim_mail()

    assert not claims.mark_sent(slow), "it is no longer ours"
    assert claims.mark_sent(quick)


def test_a_row_that_five_times_killed_its_taker_is_given_up_and_the_others_go_on(post_office):
    a_step_due()
    plan_digests(WEDNESDAY)
    poison = the_mail()
    for _ in range(5):
        assert claims.claim_mail() == poison
        time_passes(minutes=3)
    a_step_due()

    assert sweep(MORNING).mails == 1

    poison.refresh_from_db()
    assert (poison.state, poison.crashes, poison.last_error) == (State.DEAD, 5, "crashed")


def test_a_row_that_cannot_be_rendered_is_given_up_after_five_tries_and_the_others_go_on(
    post_office, nobody_listens
):
    poisoned, healthy = worker(username="a"), worker(username="b")
    a_step_due(to=poisoned)
    plan_digests(WEDNESDAY)
    poison = the_mail()
    a_step_due(to=healthy)
    _spoil(poison)

    sent = 0
    for _ in range(6):
        plan_digests(WEDNESDAY)
        sent += send_waiting(WEDNESDAY)
        time_passes(hours=1)

    poison.refresh_from_db()
    assert (poison.state, poison.crashes, poison.last_error, sent) == (
        State.DEAD,
        5,
        "TemplateDoesNotExist",
        1,
    )


def _spoil(poison):
    def spoiled(point):
        if point == Point.BEFORE_DATA and Delivery.objects.get(pk=poison.pk).state == State.CLAIMED:
            raise TemplateDoesNotExist("spoiled")

    kill_points.stop_at(spoiled)
