"""Who is reminded that an emergency has not been reviewed in time, and that a client waits for their log."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    F,
    Func,
    QuerySet,
    When,
)
from django.db.models.functions import Cast

from clients.models import BreakGlass, LogRequest
from clients.models.log_request import SOON
from clients.notices import REVIEW_LATE
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source

LOG_REQUEST = "log_request"


@source
def emergencies_not_reviewed(today: date) -> QuerySet[Any]:
    """Past their day, to the supervisors of the client's team and the privacy officers (`paku_watchers`)."""
    watcher = Func(F("client"), function="paku_watchers", output_field=BigIntegerField())
    return nudges(
        BreakGlass.objects.overdue(today),
        key=dated_key("emergency-review", day="review_due_on"),
        to=watcher,
        kind=REVIEW_LATE,
        due_on="review_due_on",
    )


@source
def log_requests_open(today: date) -> QuerySet[Any]:
    """To the privacy officers, those shut out of the person's file apart: when the request comes, two weeks before the
    two months are over, and when they are. Each of the three is a promise of its own."""
    soon = Cast(F("due_on") - timedelta(days=SOON), DateField())
    told_on = Case(
        When(due_on__lte=today, then=F("due_on")),
        When(due_on__lte=today + timedelta(days=SOON), then=soon),
        default=F("received_on"),
    )
    officer = Func(F("client"), function="paku_log_officers", output_field=BigIntegerField())
    return nudges(
        LogRequest.objects.open().annotate(told_on=told_on),
        key=dated_key("log-request", day="told_on"),
        to=officer,
        kind=LOG_REQUEST,
        due_on="told_on",
    )
