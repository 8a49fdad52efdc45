"""A situation report: sent, asked back about, sent again, accepted. Nothing of it is ever written over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale
from paku.reminders.actions.notices import tell
from pathways.actions.pairs import minders, must_go_on, report_came
from pathways.deeds import Deed
from pathways.models import Pathway, ReportQuestion, ReportText, SituationReport
from pathways.models.report import PARTS, ReportState
from pathways.notices.pairs import REPORT_ASKED_BACK, REPORT_WAITS


@transaction.atomic(savepoint=False)
def send_report(*, path: Pathway, on: date, by: User, **told: Any) -> SituationReport:
    """`told`: the four texts and `is_urgent`. Whoever minds the matter is told in Paku at once."""
    must_go_on(path)
    report = SituationReport.objects.create(path=path, author=by, sent_on=on)
    text = ReportText.objects.create(report=report, author=by, **told)
    report_came(path=path, author=by, on=on)
    _tell_minders(report, text, on)
    _record(Deed.REPORT_SENT, report, by, {"urgent": text.is_urgent})
    return report


@transaction.atomic(savepoint=False)
def ask_back(
    *, report: SituationReport, seen_version: int, question: str, on: date, by: User
) -> None:
    """The question returns the report to its author, who answers on an open path only."""
    must_go_on(report.path)
    _turn(report, seen_version, ReportState.ASKED_BACK)
    asked = ReportQuestion.objects.create(
        report=report, version=seen_version, text=question, by=by, on=on
    )
    tell(REPORT_ASKED_BACK, asked.ref, to={report.author_id}, today=on)
    _record(Deed.REPORT_ASKED_BACK, report, by, {"version": seen_version})


@transaction.atomic(savepoint=False)
def accept(*, report: SituationReport, seen_version: int, by: User) -> None:
    """From now on it stands on the path."""
    _turn(report, seen_version, ReportState.ACCEPTED, accepted_by=by, accepted_at=Now())
    _record(Deed.REPORT_ACCEPTED, report, by, {"version": seen_version})


@transaction.atomic(savepoint=False)
def send_again(
    *, report: SituationReport, seen_version: int, on: date, by: User, **told: Any
) -> ReportText:
    """A new version beside the old one. Both texts go to whoever comes second (409)."""
    must_go_on(report.path)
    changed = SituationReport.objects.filter(
        pk=report.pk, version=seen_version, state=ReportState.ASKED_BACK
    ).update(version=seen_version + 1, state=ReportState.WAITING, sent_on=on)
    if not changed:
        newest = ReportText.objects.newest().get(report=report)
        if newest.version == seen_version:
            raise Refused(
                _("Nothing is asked of this report now."), code="not_asked_back", status=409
            )
        raise Stale(
            _("This report has been sent again meanwhile."),
            mine=in_one(told),
            theirs=in_one({name: getattr(newest, name) for name in PARTS}),
        )
    text = ReportText.objects.create(report=report, version=seen_version + 1, author=by, **told)
    _tell_minders(report, text, on)
    _record(Deed.REPORT_ANSWERED, report, by, {"version": text.version, "urgent": text.is_urgent})
    return text


def in_one(told: dict[str, Any]) -> str:
    """The four texts one below another, for the page that shows two versions."""
    return "\n\n".join(told[name] for name in PARTS if told.get(name))


def _turn(report: SituationReport, seen_version: int, state: str, **fields: Any) -> None:
    """Only of the version that was read, and only while it waits."""
    changed = SituationReport.objects.filter(
        pk=report.pk, version=seen_version, state=ReportState.WAITING
    ).update(state=state, **fields)
    if not changed:
        raise Refused(
            _("Somebody has already answered this report, or it has changed. Look at it again."),
            code="report_answered",
            status=409,
        )


def _tell_minders(report: SituationReport, text: ReportText, on: date) -> None:
    tell(REPORT_WAITS, text.ref, to=minders(report.path, on) - {report.author_id}, today=on)


def _record(deed: str, report: SituationReport, by: User, details: dict[str, Any]) -> None:
    record(deed, report, by=by, client=report.path.client.ref, details=details)
