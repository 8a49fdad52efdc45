"""Clocks near their day: to the own worker, or to today's substitute."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Value

from clients.minders import minder, unless_shut_out
from paku.reminders.models import Clock
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source
from pathways.models import Assessment, ClockRun, Pathway
from pathways.models.due_clocks import (
    ASKED_FOR,
    DONE,
    NEAR,
    STARTED,
    assessed_elsewhere,
    opened_by_then,
)

CLOCK_DUE = "clock_due"
ASSESSMENT_DUE = "assessment_due"
KINDS = (CLOCK_DUE, ASSESSMENT_DUE)


@source
def clocks_due(today: date) -> QuerySet[Any]:
    """From two days before: once for each clock that the client's asking started."""
    due = ClockRun.objects.due_by(today + NEAR)
    due = due.filter(path__care__ended_on=None, path__client__died_on=None)
    told = unless_shut_out(minder(today, "path__care"), "path__client")
    return nudges(due.annotate(told_on=_today(today)), key=dated_key("clock"), to=told,
                  kind=CLOCK_DUE, due_on="told_on")  # fmt: skip


@source
def assessments_due(today: date) -> QuerySet[Any]:
    """An assessment that is to be begun or to be ready: a promise for each path and clock. The clocks are asked first,
    since working days are no matter of the database."""
    terms = Clock.objects.terms(today)
    made = Assessment.objects.filter(path=OuterRef("pk"))
    late: Any = Q(pk=None)
    elsewhere = Exists(assessed_elsewhere())
    if STARTED in terms:
        late |= Q(opened_on__lte=opened_by_then(terms[STARTED], today)) & ~Exists(made)
    if DONE in terms:
        done = ~Exists(made.filter(ready_at__isnull=False))
        late |= Q(opened_on__lte=opened_by_then(terms[DONE], today)) & done
    paths = Pathway.objects.open().filter(
        late,
        ~elsewhere,
        opened_on__gte=today - ASKED_FOR,
        care__ended_on=None,
        client__died_on=None,
    )
    return nudges(
        paths.annotate(told_on=_today(today)),
        key=dated_key("assessment", day="opened_on"),
        to=unless_shut_out(minder(today, "care"), "client"),
        kind=ASSESSMENT_DUE,
        due_on="told_on",
    )


def _today(today: date) -> Value:
    return Value(today, DateField())
