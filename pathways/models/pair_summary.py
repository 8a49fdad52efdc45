"""The pair work of one client in one statement, for pages that have room for no more: the path and the narrow page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Q, QuerySet
from django.db.models.functions import JSONObject, Left

from pathways.models.guidance import Guidance
from pathways.models.pair import Pair
from pathways.models.pathway import Pathway
from pathways.models.report import ReportState, ReportText

Row = TypeVar("Row")
MOST, SHORT = 3, 400


@dataclass(frozen=True, slots=True)
class Duties:
    """An agreement as it is shown."""

    ref: UUID
    since: date
    worker: str
    partner: str
    worker_duties: str
    partner_duties: str
    report_weeks: int | None
    report_due_on: date | None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report as a line of a list."""

    ref: UUID
    sent_on: date
    state: str
    author: str
    is_urgent: bool
    client_words: str
    changed: str

    @property
    def state_words(self) -> str:
        return str(ReportState(self.state).label)


@dataclass(frozen=True, slots=True)
class GuidanceLine:
    """An entry of guidance; `given_on` None: asked for and waiting."""

    asked_on: date | None
    question: str
    given_on: date | None
    by_name: str | None
    asked: str
    agreed: str
    partner_step: str
    partner_step_by: date | None
    worker_step: str
    worker_step_by: date | None

    @property
    def is_waiting(self) -> bool:
        return self.given_on is None


@dataclass(frozen=True, slots=True)
class PairSummary:
    """The newest few of each. What the reader may not see is not fetched."""

    pairs: list[Duties] = field(default_factory=list)
    reports: list[ReportLine] = field(default_factory=list)
    guidance: list[GuidanceLine] = field(default_factory=list)

    @property
    def asked_for_advice(self) -> GuidanceLine | None:
        """What the near-worker has asked and nobody has answered."""
        return next((one for one in self.guidance if one.is_waiting), None)


def columns_of_the_path(client: Any, *, with_reports: bool) -> dict[str, ArraySubquery]:
    """Who does what, and the newest accepted reports: for a statement that a page makes anyhow (`read_summary`)."""
    found = {"told_pairs": _pairs(client, Q())}
    if with_reports:
        found["told_reports"] = _reports(client, Q(report__state=ReportState.ACCEPTED))
    return found


def newest_with_pair_work(client: Any, user: Any) -> Any:
    """The client's newest path with, for the near-worker themselves, their own agreement, their own reports in any
    state and guidance to them (`read_summary`); one statement."""
    given = Guidance.objects.of(client).filter(partner=user).waiting_first()[:MOST]
    found = Pathway.objects.filter(client=client).annotate(
        told_pairs=_pairs(client, Q(partner=user)),
        told_reports=_reports(client, Q(report__author=user)),
        told_guidance=_told(given, GuidanceLine, by_name="given_by__name"),
    )
    return found.first()


def read_summary(row: Any) -> PairSummary:
    """No statement: `row` is of a statement with the columns, None gives nothing."""
    return PairSummary(
        pairs=_read(Duties, getattr(row, "told_pairs", None)),
        reports=_read(ReportLine, getattr(row, "told_reports", None)),
        guidance=_read(GuidanceLine, getattr(row, "told_guidance", None)),
    )


def _pairs(client: Any, whose: Q) -> ArraySubquery:
    pairs = Pair.objects.of(client).in_force().filter(whose).order_by("-since", "-pk")
    return _told(pairs, Duties, worker="worker__name", partner="partner__name")


def _reports(client: Any, which: Q) -> ArraySubquery:
    texts = ReportText.objects.of(client).filter(which, version=F("report__version"))
    return _told(
        texts.order_by("-report__sent_on", "-report__pk")[:MOST],
        ReportLine,
        ref="report__ref",
        sent_on="report__sent_on",
        state="report__state",
        author="report__author__name",
        client_words=Left("client_words", SHORT),
        changed=Left("changed", SHORT),
    )


def _told(rows: QuerySet[Any], shape: Any, **columns: Any) -> ArraySubquery:
    names = {one.name: columns.get(one.name, one.name) for one in fields(shape)}
    return ArraySubquery(rows.values(json=JSONObject(**names)))


def _read(shape: Callable[..., Row], rows: list[dict[str, Any]] | None) -> list[Row]:
    return [
        shape(**{name: _value(name, value) for name, value in row.items()}) for row in rows or []
    ]


def _value(name: str, value: Any) -> Any:
    """JSON knows neither days nor refs."""
    if value is None:
        return None
    if name == "ref":
        return UUID(value)
    is_day = name.endswith(("_on", "_by")) or name == "since"
    return date.fromisoformat(value) if is_day else value
