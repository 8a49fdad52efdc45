"""The log report: what the trail tells of one person, on paper, in plain words and line by line (703/2023 11 §)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients import lookers
from clients.log_rows import MOST_PARTS, Row, by_month, parts, rows, workers
from clients.models import Client
from paku.access.models import User
from paku.kit.dates import finnish_date
from paku.kit.phones import shown_phone
from paku.kit.refusals import Refused
from paku.printing.manuscripts import Contact, Manuscript
from paku.printing.sections import assemble, section

LOG_REPORT = "log_report"


@dataclass(frozen=True)
class Report:
    """What was settled before the paper was made, and the rows of this part in the paper's language."""

    since: date
    until: date
    rows: tuple[Row, ...]
    why_unnamed: str = ""
    part: int = 1
    parts: int = 1

    @property
    def lines(self) -> int:
        return sum(len(row.lines) for row in self.rows)

    @property
    def given(self) -> list[Row]:
        return [row for row in self.rows if row.told.is_given]

    @property
    def used(self) -> list[Row]:
        return [row for row in self.rows if not row.told.is_given]

    @property
    def doubtful(self) -> set[str]:
        """Names that stand for more than one task or unit: their rows tell which."""
        times = Counter(worker.name for worker in workers(self.rows))
        return {name for name, number in times.items() if number > 1}

    @property
    def part_of(self) -> str:
        """ "" when the paper is whole."""
        if self.parts == 1:
            return ""
        return gettext("part %(part)s/%(parts)s") % {"part": self.part, "parts": self.parts}


@section(
    "log_about",
    _("What this paper tells"),
    template="clients/log_report/about.html",
    kinds=(LOG_REPORT,),
    order=10,
)
def about(client: Client, report: Report, today: date) -> Mapping[str, Any]:
    """The period, the law, how many lines, what has been left out and what one may ask."""
    return {"report": report}


@section(
    "log_given",
    _("What has been told outside, and to whom"),
    template="clients/log_report/given.html",
    kinds=(LOG_REPORT,),
    order=20,
)
def given(client: Client, report: Report, today: date) -> Mapping[str, Any]:
    """Disclosures, the newest first; said in words also when there are none."""
    return {"rows": report.given, "doubtful": report.doubtful, "report": report}


@section(
    "log_workers",
    _("The workers"),
    template="clients/log_report/workers.html",
    kinds=(LOG_REPORT,),
    order=15,
)
def the_workers(client: Client, report: Report, today: date) -> Mapping[str, Any] | None:
    """Whose names stand on the rows, with their tasks and units."""
    return {"workers": workers(report.rows)} if report.rows else None


@section(
    "log_used",
    _("Who has used your data"),
    template="clients/log_report/used.html",
    kinds=(LOG_REPORT,),
    order=30,
)
def used(client: Client, report: Report, today: date) -> Mapping[str, Any]:
    """All other entries, the newest first."""
    return {"months": by_month(report.used), "doubtful": report.doubtful, "report": report}


def log_reports(
    client: Client,
    *,
    since: date,
    until: date,
    unnamed: frozenset[UUID],
    why_unnamed: str,
    language: str,
    today: date,
    by: User,
) -> list[Manuscript]:
    """The parts with all their words, mostly one; one statement. Each entry is on them once.

    Raises Refused for what does not fit in as many parts as are made in one go.
    """
    with translation.override(language):
        lines = lookers.told(lookers.entries(client.ref, since, until), unnamed=unnamed)
        split = parts(rows(lines))
        reports = [
            Report(since, until, tuple(of_part), why_unnamed, number, len(split))
            for number, of_part in enumerate(split, 1)
        ]
    if len(reports) > MOST_PARTS:
        raise Refused(
            _(
                "There are too many entries to be made into papers at once. Make the report a year at a time, or a"
                " shorter time: choose the first and the last day."
            ),
            code="log_report_too_long",
        )
    with translation.override(language):
        return [_manuscript(client, report, language, today, by) for report in reports]


def _manuscript(client: Client, report: Report, language: str, today: date, by: User) -> Manuscript:
    care = client.care
    name = f"{client.first_names} {client.last_name}".strip() or client.nickname
    days = f"{finnish_date(report.since)}–{finnish_date(report.until)}"
    return Manuscript(
        kind=LOG_REPORT,
        name=", ".join(filter(None, (gettext("Who has looked at my data"), report.part_of))),
        client_ref=client.ref,
        client_name=name,
        recipient=name,
        purpose=gettext("Your own request, Act 703/2023 11 §"),
        language=language,
        on=today,
        sections=tuple(assemble(LOG_REPORT, client=client, recipient=report, today=today)),
        ground="703_11",
        ground_detail=", ".join(filter(None, (days, report.part_of))),
        organisation=care.team.provider if care else by.provider_now,
        team=care.team.name if care else by.unit_now,
        contact=Contact(by.name, by.title, shown_phone(by.phone)),
        template="clients/log_report/paper.html",
    )


def paper_language(client: Client) -> str:
    """The client's own, where papers are made in it; else Finnish."""
    spoken = {code for code, _name in settings.LANGUAGES}
    return client.contact_language if client.contact_language in spoken else "fi"
