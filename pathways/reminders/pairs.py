"""Pair work: reports due (their author), late (who minds the matter), to be read, asked back; advice that waits."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import CharField, F, Func, QuerySet, Value
from django.db.models.expressions import Combinable

from clients.minders import minder, unless_shut_out
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source
from pathways.models import Guidance, Pair, ReportQuestion, ReportText
from pathways.models.report import ReportState
from pathways.notices.pairs import (
    ADVICE_ASKED,
    REPORT_ASKED_BACK,
    REPORT_DUE,
    REPORT_LATE,
    REPORT_WAITS,
)


@source
def reports_due(today: date) -> QuerySet[Any]:
    """From the agreed day on, each day until the report is sent: to the one who writes it."""
    due = _agreed().filter(report_due_on__lte=today, partner__is_active=True)
    told = unless_shut_out(F("partner"), "path__client")
    key = dated_key("report-due", day="report_due_on")
    return nudges(due, key=key, to=told, kind=REPORT_DUE, due_on="report_due_on")


@source
def reports_late(today: date) -> QuerySet[Any]:
    """From the day after: to the own worker, or to today's substitute."""
    late = _agreed().filter(report_due_on__lt=today)
    told = unless_shut_out(minder(today, "path__care"), "path__client")
    key = dated_key("report-late", day="report_due_on")
    return nudges(late, key=key, to=told, kind=REPORT_LATE, due_on="report_due_on")


@source
def reports_to_read(today: date) -> QuerySet[Any]:
    """Until it is accepted or asked back. In Paku it was told of when it came, under the same key."""
    waiting = ReportText.objects.filter(
        version=F("report__version"),
        report__state=ReportState.WAITING,
        report__sent_on__lte=today,
        report__path__care__ended_on=None,
    )
    told = unless_shut_out(minder(today, "report__path__care"), "report__path__client")
    return nudges(
        waiting, key=_key(REPORT_WAITS), to=told, kind=REPORT_WAITS, due_on="report__sent_on"
    )


@source
def reports_asked_back(today: date) -> QuerySet[Any]:
    """Until its author answers."""
    asked = ReportQuestion.objects.filter(
        version=F("report__version"),
        report__state=ReportState.ASKED_BACK,
        report__path__ended_on=None,
        report__author__is_active=True,
        on__lte=today,
    )
    told = unless_shut_out(F("report__author"), "report__path__client")
    return nudges(asked, key=_key(REPORT_ASKED_BACK), to=told, kind=REPORT_ASKED_BACK, due_on="on")


@source
def advice_waiting(today: date) -> QuerySet[Any]:
    """Until guidance is given."""
    waiting = Guidance.objects.waiting().filter(asked_on__lte=today, path__ended_on=None)
    told = unless_shut_out(minder(today, "path__care"), "path__client")
    return nudges(waiting, key=_key(ADVICE_ASKED), to=told, kind=ADVICE_ASKED, due_on="asked_on")


def _agreed() -> QuerySet[Any]:
    return Pair.objects.in_force().filter(report_due_on__isnull=False)


def _key(kind: str) -> Combinable:
    """As `tell` writes it: what was told at once is not told again in the morning."""
    return Func(Value(f"{kind}/"), F("ref"), function="concat", output_field=CharField())
