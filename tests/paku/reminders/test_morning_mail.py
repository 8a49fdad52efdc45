"""One mail in the morning of a working day: how many, where to look, and nothing about anybody."""

from datetime import date, timedelta

import pytest
from django.core import mail

from paku.reminders.kill_points import Point, stop_at
from paku.reminders.models import Delivery, State
from paku.reminders.planning import plan_digests
from paku.reminders.sending import is_mail_time, sweep
from tests.factories import StepFactory, worker
from tests.paku.reminders.situations import MORNING, WEDNESDAY, a_step_due, at

pytestmark = pytest.mark.django_db


def test_the_mail_counts_what_is_due_and_what_is_late(settings):
    ohjaaja = worker(language="en")
    step = a_step_due(to=ohjaaja)
    StepFactory.create_batch(
        2, client=step.client, agreed_by=ohjaaja, due_on=WEDNESDAY - timedelta(days=2)
    )

    sweep(MORNING)

    (message,) = mail.outbox
    assert message.to == [ohjaaja.email]
    assert message.subject == "Paku: 3 things today"
    assert "1 agreed step is due today." in message.body
    assert "2 agreed steps are past their day." in message.body
    assert f"{settings.BASE_URL}/" in message.body
    assert message.message()["Content-Type"].startswith("text/plain")


def test_the_mail_tells_nothing_of_any_client():
    ohjaaja = worker()
    step = a_step_due(to=ohjaaja, what="Hakea lääkkeet Pihtiputaan apteekista")

    sweep(MORNING)

    text = str(mail.outbox[0].message()) + mail.outbox[0].body
    person = step.client
    for secret in (step.what, "Pihtiput", person.last_name, person.first_names, str(person.ref)):
        assert secret not in text


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(WEDNESDAY, 7, 29), False),
        (at(WEDNESDAY, 7, 30), True),
        (at(WEDNESDAY, 23, 59), True),
        (at(date(2026, 3, 7)), False),  # Saturday
        (at(date(2026, 3, 8)), False),  # Sunday
        (at(date(2026, 1, 6)), False),  # Epiphany, a Tuesday
        (at(date(2026, 6, 19)), False),  # Midsummer's Eve
        (at(date(2026, 12, 24)), False),
        (at(date(2026, 3, 30), 7, 30), True),  # the morning after the clocks went forward
    ],
)
def test_mails_go_from_half_past_seven_on_working_days(moment, is_open):
    assert is_mail_time(moment) is is_open


def test_on_a_holiday_there_is_a_notice_but_no_mail():
    a_step_due(date(2026, 1, 6))

    swept = sweep(at(date(2026, 1, 6)))

    assert (swept.notices, swept.mails, mail.outbox) == (1, 0, [])


def test_one_mail_a_day_and_a_new_one_the_next():
    a_step_due()

    sweep(MORNING)
    sweep(at(WEDNESDAY, 15))
    assert len(mail.outbox) == 1

    sweep(at(WEDNESDAY + timedelta(days=1)))
    assert len(mail.outbox) == 2
    assert mail.outbox[0].extra_headers["Message-ID"] != mail.outbox[1].extra_headers["Message-ID"]


def test_what_is_done_before_the_mail_goes_is_not_in_it():
    step = a_step_due()
    plan_digests(WEDNESDAY)
    step.done_on, step.done_by = WEDNESDAY, step.agreed_by
    step.save()

    sweep(MORNING)

    assert mail.outbox == []
    assert Delivery.objects.mails().get().state == State.EMPTY


def test_no_mail_without_an_address_or_to_an_ended_account():
    a_step_due(to=worker(email=""))
    a_step_due(to=worker(is_active=False))

    sweep(MORNING)

    assert mail.outbox == []


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}], ids=str)
def test_who_cannot_be_written_to_any_more_gets_no_mail_that_was_planned(change):
    ohjaaja = worker()
    a_step_due(to=ohjaaja)
    plan_digests(WEDNESDAY)
    type(ohjaaja).objects.filter(pk=ohjaaja.pk).update(**change)

    sweep(MORNING)

    assert mail.outbox == []
    assert Delivery.objects.mails().get().state == State.EMPTY


def test_a_mail_planned_by_another_sweeper_meanwhile_goes_too(nobody_listens):
    early, late = worker(), worker()
    a_step_due(to=early)

    def another_sweeper_plans(point):
        if point == Point.BEFORE_DATA and not Delivery.objects.to_user(late).exists():
            a_step_due(to=late)
            plan_digests(WEDNESDAY)

    stop_at(another_sweeper_plans)
    sweep(MORNING)

    assert [message.to for message in mail.outbox] == [[early.email], [late.email]]
