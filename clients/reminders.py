"""Who is reminded of an emergency not reviewed, of a client who waits for their log, of an alert to look at again."""

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
from django.db.models.functions import Cast, NullIf

from clients.minders import unless_shut_out
from clients.models import Alert, BreakGlass, LogRequest, SubjectRequest
from clients.models.log_request import SOON
from clients.models.subject_request import SOON as WEEK
from clients.notices import ALERT_REVIEW, REVIEW_LATE
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source

LOG_REQUEST = "log_request"
SUBJECT_REQUEST = "subject_request"


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
    """To the privacy officers, those shut out of the person's file apart: when the request comes, two weeks before its
    day, and on it. Each of the three is a promise of its own."""
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


@source
def subject_requests_open(today: date) -> QuerySet[Any]:
    """As the requests for the log, with the month (or three) of GDPR art. 12: a week before its end, and then."""
    soon = Cast(F("due_on") - timedelta(days=WEEK), DateField())
    told_on = Case(
        When(due_on__lte=today, then=F("due_on")),
        When(due_on__lte=today + timedelta(days=WEEK), then=soon),
        default=F("received_on"),
    )
    officer = Func(F("client"), function="paku_log_officers", output_field=BigIntegerField())
    return nudges(
        SubjectRequest.objects.open().annotate(told_on=told_on),
        key=dated_key("subject-request", day="told_on"),
        to=officer,
        kind=SUBJECT_REQUEST,
        due_on="told_on",
    )


OWN_WORKER = "client__cares__own_worker"


@source
def alerts_to_review(today: date) -> QuerySet[Any]:
    """On the day on which an alert was to be looked at again: to the own worker."""
    return _of_alerts(today, F(OWN_WORKER))


@source
def own_alerts_to_review(today: date) -> QuerySet[Any]:
    """And to its author, if that is somebody else to whom the file is open by their work."""
    author = NullIf(F("written_by"), F(OWN_WORKER))
    works = Func(author, F("client"), function="paku_works_with", output_field=BigIntegerField())
    return _of_alerts(today, works)


def _of_alerts(today: date, to: Any) -> QuerySet[Any]:
    return nudges(
        Alert.objects.to_review(today).filter(client__cares__ended_on=None, client__died_on=None),
        key=dated_key("alert", day="review_on"),
        to=unless_shut_out(to, "client"),
        kind=ALERT_REVIEW,
        due_on="review_on",
    )
