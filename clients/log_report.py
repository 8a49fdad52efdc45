"""The log report: what the trail tells of one person, on paper, in plain words and line by line (703/2023 11 §)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients import lookers
from clients.lookers import Told
from clients.models import Client
from paku.access.models import User
from paku.kit.dates import finnish_date
from paku.kit.phones import shown_phone
from paku.printing.manuscripts import Contact, Manuscript
from paku.printing.sections import assemble, section

LOG_REPORT = "log_report"


@dataclass(frozen=True)
class Report:
    """What was settled before the paper was made, and its lines in the paper's language."""

    since: date
    until: date
    lines: tuple[Told, ...]
    why_unnamed: str = ""

    @property
    def given(self) -> list[Told]:
        return [line for line in self.lines if line.is_given]

    @property
    def used(self) -> list[Told]:
        return [line for line in self.lines if not line.is_given]


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
    return {"months": by_month(report.given)}


@section(
    "log_used",
    _("Who has used your data"),
    template="clients/log_report/used.html",
    kinds=(LOG_REPORT,),
    order=30,
)
def used(client: Client, report: Report, today: date) -> Mapping[str, Any]:
    """All other entries, the newest first."""
    return {"months": by_month(report.used)}


def log_report(
    client: Client,
    *,
    since: date,
    until: date,
    unnamed: frozenset[UUID],
    why_unnamed: str,
    language: str,
    by: User,
) -> Manuscript:
    """The paper with all its words; one statement. Each entry is on it once."""
    with translation.override(language):
        lines = lookers.told(lookers.entries(client.ref, since, until), unnamed=unnamed)
        report = Report(since, until, tuple(lines), why_unnamed)
        care = client.care
        name = f"{client.first_names} {client.last_name}".strip() or client.nickname
        return Manuscript(
            kind=LOG_REPORT,
            name=gettext("Who has looked at my data"),
            client_ref=client.ref,
            client_name=name,
            recipient=name,
            purpose=gettext("Your own request, Act 703/2023 11 §"),
            language=language,
            on=until,
            sections=tuple(assemble(LOG_REPORT, client=client, recipient=report, today=until)),
            ground="703_11",
            ground_detail=f"{finnish_date(since)}–{finnish_date(until)}",
            organisation=care.team.provider if care else by.provider_now,
            team=care.team.name if care else by.unit_now,
            contact=Contact(by.name, by.title, shown_phone(by.phone)),
            template="clients/log_report/paper.html",
        )


def paper_language(client: Client) -> str:
    """The client's own, where papers are made in it; else Finnish."""
    spoken = {code for code, _name in settings.LANGUAGES}
    return client.contact_language if client.contact_language in spoken else "fi"


def by_month(lines: list[Told]) -> list[tuple[str, list[Told]]]:
    """(“Marraskuu 2026”, its lines): short tables are quicker to lay out and easier to find one's way in."""
    return [
        (capfirst(month), list(of_month))
        for month, of_month in groupby(
            lines, key=lambda line: date_format(localtime(line.at), "F Y")
        )
    ]
