"""Who has looked at one person's data: on the screen, and on paper for the person."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients import lookers
from clients.actions.log_reports import make_log_report
from clients.deeds import Deed
from clients.doors import open_watched
from clients.forms.log_report import LogReportForm
from clients.log_report import LOG_REPORT, paper_language
from clients.lookers import LookersQuery
from clients.models import Client, LogRequest
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted
from paku.kit.fields.dates import read_date
from paku.kit.query import Query
from paku.kit.query import ref as ref_parameter
from paku.kit.strict_post import takes_many
from paku.printing.handing import hand_over
from paku.printing.models import Paper
from paku.saving.posts import once

MOST_PAPERS = 30


class PaperQuery(Query):
    """`who-has-looked.pdf?paper=<ref>`."""

    paper = ref_parameter()


@requires(May.READ_LOOKERS)
@require_safe
def who_has_looked(request: Request, ref: UUID) -> HttpResponse:
    """Two years, the newest first. The supervisor states a reason first; the privacy officer comes by one click."""
    client = _open(request, ref, May.READ_LOOKERS, Deed.LOOKERS_READ)
    query, since = LookersQuery(request.GET), lookers.two_years(request.today)
    page = lookers.entries_page(client.ref, since, request.today, query.after)
    may_make = can(request.user, May.MAKE_LOG_REPORT, client.relations).allows
    context = {
        "client": client,
        "since": since,
        "lookers": lookers.lookers(client.ref, since, request.today),
        "lines": lookers.told(page.rows),
        "may_make": may_make,
        "asked": LogRequest.objects.open().of(client).first() if may_make else None,
        "papers": _papers(client) if may_make else (),
        "older_url": query.link(after=page.older) if page.older else "",
        "newer_url": query.link(after=page.newer) if page.newer else "",
    }
    return render(request, "clients/lookers/lookers.html", context)


@takes_many("unnamed")
@requires(May.MAKE_LOG_REPORT)
@needs_fresh_sign_in(when=when_posted)
def report(request: Request, ref: UUID) -> HttpResponse:
    """The names are gone through before the paper is made; it answers the open request, if there is one."""
    client = _open(request, ref, May.MAKE_LOG_REPORT, Deed.LOOKERS_READ)
    since = _asked_day(request, "since") or lookers.two_years(request.today)
    until = _asked_day(request, "until") or request.today
    people = lookers.lookers(client.ref, since, until)
    form = LogReportForm(
        request.POST or None,
        lookers=people,
        today=request.today,
        initial={"language": paper_language(client)},
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _make(request, client, form))
    context = {"client": client, "form": form, "lookers": people}
    return render(
        request, "clients/lookers/report.html", context, status=422 if form.is_bound else 200
    )


@requires(May.MAKE_LOG_REPORT)
@require_safe
def report_pdf(request: Request, ref: UUID) -> HttpResponse:
    """The frozen bytes; opening them is an entry too."""
    wanted = PaperQuery(request.GET).paper
    client = _open(request, ref, May.MAKE_LOG_REPORT, Deed.LOG_REPORT_OPENED)
    return hand_over(get_object_or_404(Paper, ref=wanted, kind=LOG_REPORT, client_ref=client.ref))


def _open(request: Request, ref: UUID, right: May, deed: str) -> Any:
    return open_watched(request, ref, right, deed=deed, purpose="log_report")


def _papers(client: Client) -> Any:
    made = Paper.objects.filter(kind=LOG_REPORT, client_ref=client.ref).select_related("made_by")
    return made.defer("pdf")[:MOST_PAPERS]


def _asked_day(request: Request, name: str) -> date | None:
    try:
        return read_date(request.POST.get(name, ""))
    except ValidationError:
        return None


def _make(request: Request, client: Client, form: LogReportForm) -> str:
    answers = form.answers
    make_log_report(
        client=client,
        since=answers["since"],
        until=answers["until"],
        special_reason=answers["special_reason"],
        unnamed=answers["unnamed"],
        why_unnamed=answers["why_unnamed"],
        language=answers["language"],
        today=request.today,
        by=request.user,
    )
    return reverse("clients:who-has-looked", args=[client.ref])
