"""The mail server is down, refuses or is slow: nothing lost, nobody held up."""

from datetime import timedelta

import pytest

from paku.reminders.models import Delivery, State
from paku.reminders.sending import sweep
from tests.paku.reminders.situations import (
    MORNING,
    WEDNESDAY,
    a_step_due,
    at,
    minutes_to_next_try,
    the_mail,
    time_passes,
)

pytestmark = pytest.mark.django_db
THURSDAY = WEDNESDAY + timedelta(days=1)


def test_a_mail_server_that_is_down_is_tried_after_1_2_4_minutes_and_then_every_hour(post_office):
    a_step_due()
    post_office.close()
    waits = []

    for _ in range(9):
        assert sweep(MORNING).mails == 0
        waits.append(minutes_to_next_try())
        time_passes(minutes=61)

    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert the_mail().state == State.RETRY


def test_when_it_comes_back_the_mail_goes_once(post_office):
    a_step_due()
    post_office.close()
    sweep(MORNING)
    post_office.open()

    assert sweep(MORNING).mails == 0, "not before its time"
    time_passes(minutes=1)
    assert sweep(MORNING).mails == 1
    assert sweep(MORNING).mails == 0
    assert list(post_office.copies.values()) == [1]


def test_after_72_hours_it_is_given_up_and_a_person_must_look(post_office):
    a_step_due()
    post_office.close()
    sweep(MORNING)

    time_passes(hours=72, minutes=1)
    sweep(MORNING)

    assert list(Delivery.objects.dead()) == [the_mail()]
    assert the_mail().last_error == "ConnectionRefusedError"


def test_the_mail_servers_failure_stops_the_round_and_leaves_the_rest_waiting(post_office):
    for _ in range(3):
        a_step_due()
    post_office.close()

    sweep(MORNING)

    assert sorted(Delivery.objects.mails().values_list("state", "attempts")) == [
        ("pending", 0),
        ("pending", 0),
        ("retry", 1),
    ]


def test_a_mail_put_off_by_the_server_is_tried_again_while_others_go_on(post_office):
    a_step_due()
    post_office.answer = "451 try later"
    sweep(MORNING)
    assert (the_mail().state, the_mail().last_error) == (State.RETRY, "SMTPDataError 451")

    post_office.answer = None
    time_passes(minutes=1)
    assert sweep(MORNING).mails == 1


def test_a_mail_refused_for_good_waits_for_a_person_and_the_next_day_is_a_new_try(post_office):
    a_step_due()
    post_office.answer = "550 no such box"
    sweep(MORNING)
    assert (the_mail().state, the_mail().last_error) == (State.DEAD, "SMTPDataError 550")

    post_office.answer = None
    assert sweep(at(THURSDAY)).mails == 1


def test_a_mail_that_never_went_joins_the_next_days_mail_and_hands_its_age_on(post_office):
    a_step_due()
    post_office.close()
    sweep(MORNING)
    time_passes(hours=24)
    first_promised = the_mail().trying_since

    sweep(at(THURSDAY))

    old, new = Delivery.objects.mails().order_by("due_on")
    assert (old.state, new.state) == (State.FOLDED, State.RETRY)
    assert new.trying_since == first_promised


def test_at_the_weekend_a_late_mail_waits_for_monday(post_office):
    friday = WEDNESDAY + timedelta(days=2)
    a_step_due()
    post_office.close()
    sweep(at(friday))
    post_office.open()
    time_passes(hours=24)

    assert sweep(at(friday + timedelta(days=1))).mails == 0
    assert sweep(at(friday + timedelta(days=3))).mails == 1
    assert list(post_office.copies.values()) == [1]
