"""Clocks that are near their day, over many paths in one statement: what was asked for, and the assessment of need.

The clocks of the assessment run from the opening of the path and are derived: the first until an assessment has been
begun, the second until one is ready. A path older than half a year, or assessed elsewhere, is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from clients.models import CareRelationship, Substitute
from paku.reminders.models import Clock, ClockKind
from paku.reminders.terms import last_day
from pathways.models.assessment import Assessment
from pathways.models.clock_run import URGENT, ClockRun, Outcome
from pathways.models.pathway import Pathway

NEAR = timedelta(days=2)  # so long before its day it is told of
ASKED_FOR = timedelta(days=183)
STARTED, DONE = "pta_start", "pta_done"
LABELS = {"fi": "label_fi", "sv": "label_sv", "en": "label_en"}


@dataclass(frozen=True, slots=True)
class DueClock:
    """A clock near its day. `run` None: of the assessment, which ends by itself."""

    path: Any
    code: str
    label: str
    source: str
    is_law: bool
    due_on: date
    run: UUID | None = None

    @property
    def client(self) -> Any:
        return self.path.client

    @property
    def is_urgent(self) -> bool:
        return self.code == URGENT


def paths_minded_by(user: Any, today: date) -> QuerySet[Pathway]:
    """Open paths of the own worker, or of today's substitute."""
    standing_in = Substitute.objects.on(today).filter(worker=user).values("care")
    mine = CareRelationship.objects.open().filter(Q(own_worker=user) | Q(pk__in=standing_in))
    return Pathway.objects.open().filter(care__in=mine, client__died_on=None)


def due_clocks(
    paths: QuerySet[Pathway], today: date, language: str, *, with_assessments: bool = True
) -> list[DueClock]:
    """The soonest first; one statement. `with_assessments` False where the assessments themselves are not seen."""
    label = LABELS.get(language[:2], "label_fi")
    runs = ClockRun.objects.filter(path=OuterRef("pk"), ended_on=None, due_on__lte=today + NEAR)
    asked = Q(Exists(runs))
    if with_assessments:
        asked |= (
            Q(opened_on__gte=today - ASKED_FOR) & ~Exists(_ready()) & ~Exists(assessed_elsewhere())
        )
    elsewhere = Exists(assessed_elsewhere())
    terms = Clock.objects.on(today).filter(code__in=(STARTED, DONE)).order_by("since", "pk")
    found = paths.filter(asked).select_related("client", "care__own_worker").order_by("pk")
    rows = found.annotate(
        is_begun=Exists(Assessment.objects.filter(path=OuterRef("pk"))),
        is_ready=Exists(_ready()) | elsewhere,
        runs=ArraySubquery(
            runs.values(
                json=JSONObject(
                    ref="ref", code="code", due_on="due_on", label=f"clock__{label}",
                    kind="clock__kind", source="clock__source",
                )
            )
        ),
        terms=ArraySubquery(
            terms.values(
                json=JSONObject(
                    code="code", label=label, kind="kind", source="source", days="days", unit="unit"
                )
            )
        ),
    )  # fmt: skip
    every = [due for path in rows for due in _of(path, today, with_assessments)]
    return sorted(every, key=lambda due: (due.due_on, due.path.pk, due.code))


def _ready() -> QuerySet[Assessment]:
    return Assessment.objects.filter(path=OuterRef("pk"), ready_at__isnull=False)


def assessed_elsewhere() -> QuerySet[ClockRun]:
    """Marks that the assessment of the path is in the official system."""
    return ClockRun.objects.filter(path=OuterRef("pk"), outcome=Outcome.ELSEWHERE)


def _of(path: Any, today: date, with_assessments: bool) -> list[DueClock]:
    found = [
        _due(path, told, date.fromisoformat(told["due_on"]), UUID(told["ref"]))
        for told in path.runs
    ]
    if not with_assessments or path.is_ready or path.opened_on < today - ASKED_FOR:
        return found
    for told in {told["code"]: told for told in path.terms}.values():  # the newest stands last
        day = last_day(path.opened_on, told["days"], told["unit"])
        if day and day <= today + NEAR and not (told["code"] == STARTED and path.is_begun):
            found.append(_due(path, told, day))
    return found


def _due(path: Any, told: dict[str, Any], day: date, run: UUID | None = None) -> DueClock:
    is_law = told["kind"] == ClockKind.LAW
    return DueClock(path, told["code"], told["label"], told["source"], is_law, day, run)


def opened_by_then(term: Any, today: date) -> date:
    """The last day of opening whose clock is near its day; `term` in any unit."""
    day = today
    while (due := term.last_day(day)) is not None and due > today + NEAR:
        day -= timedelta(days=1)
    return day
