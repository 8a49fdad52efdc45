"""Pair work on one page: who does what, situation reports, guidance; agreeing anew, asking for a report by a day."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from clients.models.assignment import Part
from paku.access.can import can, may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.kit.pages import Order, page
from paku.kit.query import Query, choice, cursor
from paku.kit.refusals import Refused
from paku.saving.posts import once
from pathways.actions import pairs as deeds
from pathways.deeds import Deed
from pathways.doors.pairs import SHOWN, open_pair, open_pair_work, reports_for
from pathways.doors.paths import open_path, show_again
from pathways.forms.guidance import AdviceForm
from pathways.forms.pairs import AskReportForm, PairForm
from pathways.models import Guidance, Pair, Pathway
from pathways.models.pair import beside

NEWEST_FIRST: Order = (("report__sent_on", "desc"), ("report_id", "desc"))
MOST = 20
SAVED = {
    "pair": _("Who does what is written down."),
    "asked": _("The near-worker is told by which day the report is wanted."),
    "report": _("The report is sent. It stands on the path when the own worker has accepted it."),
    "accepted": _("The report is accepted and stands on the path."),
    "back": _("The question is sent. The report has returned to its author."),
    "advice": _("The own worker has been told that you ask for advice."),
    "guidance": _("The guidance is written down. The two of you see it."),
}


class PairQuery(Query):
    """Where in the reports one is; and what has just been saved."""

    after = cursor()
    saved = choice(*SAVED)


@requires(May.READ_REPORTS)
@require_safe
def pair(request: Request, ref: UUID) -> HttpResponse:
    """At most twelve statements. A near-worker sees what is between them and the own worker."""
    client, path = open_pair_work(request, ref)
    query = PairQuery(request.GET)
    is_own = can(request.user, May.READ_REPORTS, client.relations) is Verdict.OWN_ONLY
    may = partial(may_now, request.user, client.relations)
    pairs, guidance = Pair.objects.of(client).with_people(), Guidance.objects.of(client)
    if is_own:
        pairs, guidance = pairs.filter(partner=request.user), guidance.filter(partner=request.user)
    agreed = list(pairs.in_force().order_by("-since", "-pk"))
    reports = page(reports_for(request.user, client), order=NEWEST_FIRST, after=query.after)
    sees_guidance = is_own or may(May.GUIDE)
    may_guide = may(May.GUIDE) and path is not None and path.is_open
    context = {
        "client": client,
        "path": path,
        "pairs": [(one, AskReportForm(today=request.today, of=one)) for one in agreed],
        "reports": reports.rows,
        "newer_url": query.link(after=reports.newer) if reports.newer else "",
        "older_url": query.link(after=reports.older) if reports.older else "",
        "guidance": list(guidance.with_people().waiting_first()[:MOST]) if sees_guidance else (),
        "sees_guidance": sees_guidance,
        "is_own": is_own,
        "may_guide": may_guide,
        "reporting": _who_report(path, request) if path and may_guide else (),
        "may_report": may(May.REPORT_SITUATION) and path is not None and path.is_open,
        "advice": AdviceForm(),
        "saved": SAVED.get(query.saved) if not query.after else None,
    }
    return render(request, "pathways/pairs/pair.html", context)


@requires(May.GUIDE)
def new_pair(request: Request, ref: UUID) -> HttpResponse:
    """What is agreed now is filled in: a change is a new agreement."""
    path = open_path(request, ref, May.GUIDE, deed=Deed.PAIR_READ, sections=SHOWN)
    now = Pair.objects.of(path.client).in_force().with_people().order_by("-since", "-pk").first()
    form = PairForm(
        request.POST or None,
        initial={**_agreed(now), "seen": _known(path)},
        beside=beside(path, request.today),
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _agree(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    context = {"path": path, "client": path.client, "form": form}
    return render(request, "pathways/pairs/new.html", context, status=422 if form.is_bound else 200)


@requires(May.GUIDE)
@require_POST
def ask_report(request: Request, ref: UUID) -> HttpResponse:
    """From the pair work's own page."""
    found = open_pair(request, ref)
    form = AskReportForm(request.POST, today=request.today)
    if form.is_valid():
        return once(request, form, lambda: _ask(request, found, form))
    said = " ".join(str(error) for error in form.errors.get("by_day", ()))
    raise Refused(said or _("Say by which day."), code="by_day")


def _who_report(path: Pathway, request: Request) -> set[int]:
    """Keys of the near-workers of today: of whom a report can be asked."""
    return {one.worker_id for one in beside(path, request.today) if one.part == Part.NEAR_WORKER}


def _known(path: Pathway) -> str:
    """What the sheet remembers: all that holds now, for it may be saved with any partner."""
    refs = Pair.objects.filter(path=path, until=None).order_by("pk").values_list("ref", flat=True)
    return " ".join(map(str, refs)) or "none"


def _agreed(now: Pair | None) -> dict[str, Any]:
    if now is None:
        return {}
    kept = ("worker_duties", "partner_duties", "report_due_on")
    weeks = str(now.report_weeks or "")
    return {
        **{name: getattr(now, name) for name in kept},
        "partner": str(now.partner.ref),
        "report_weeks": weeks,
    }


def _agree(request: Request, path: Pathway, form: PairForm) -> str:
    deeds.agree(path=path, on=request.today, by=request.user, **form.answers)
    return page_of(path.client, "pair")


def _ask(request: Request, found: Pair, form: AskReportForm) -> str:
    deeds.ask_for_report(pair=found, today=request.today, by=request.user, **form.answers)
    return page_of(found.path.client, "asked")


def page_of(client: Any, saved: str = "") -> str:
    """The pair work's own page, and what it says first."""
    address = reverse("pathways:pair", args=[client.ref])
    return f"{address}?saved={saved}" if saved else address
