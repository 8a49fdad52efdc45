"""By when a request for the log is answered: the clock that the main user keeps, as it was on the day of asking."""

import pytest
from django.urls import reverse

from clients.models import LogRequest
from paku.kit.dates import months_after
from paku.reminders.models import Clock
from tests.factories import today

pytestmark = pytest.mark.django_db


def ask(desk, path):
    desk.post(reverse("clients:log-request", args=[path.client.ref]))
    return LogRequest.objects.get().due_on


def a_month_from_now_on():
    Clock.objects.filter(code="log_request").update(days=1)


def test_it_is_two_months_as_the_table_of_clocks_says(desk, path):
    term = Clock.objects.terms(today())["log_request"]

    assert (term.number, term.unit, term.is_law) == (2, "months", True)
    assert ask(desk, path) == months_after(today(), 2)


def test_it_follows_the_clock(desk, path):
    a_month_from_now_on()

    assert ask(desk, path) == months_after(today(), 1)


def test_a_day_that_was_promised_stays_when_the_clock_changes(desk, path):
    ask(desk, path)
    a_month_from_now_on()

    assert ask(desk, path) == months_after(today(), 2)


def test_without_a_clock_the_laws_two_months_hold(desk, path):
    Clock.objects.filter(code="log_request").delete()

    assert ask(desk, path) == months_after(today(), 2)
