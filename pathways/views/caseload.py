"""The supervisor's review: who carries how much, which clients wait; days and counts, never a text of a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from paku.access.doors import requires
from paku.access.models.register import number_waiting_for
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import page
from paku.reminders.models import Delivery
from paku.reminders.telling import clients_of, kinds_told, told_to
from pathways.deeds import Deed
from pathways.forms.caseload import CaseloadQuery
from pathways.models import Pathway
from pathways.models.caseload import (
    BY_CONTACT,
    BY_NAME,
    BY_OVERDUE,
    BY_STAGE,
    BY_STEP,
    BY_WORKER,
    CaseloadQuerySet,
    open_cares,
)
from pathways.models.due_clocks import due_clocks
from pathways.models.load import GUIDANCE_FROM, GUIDANCE_TO, Load, loads, together
from pathways.models.rhythm import Rhythm
from pathways.models.rows import caseload_rows
from pathways.models.stage import Stage

MOST_NOTICES = 50
ORDERS = {
    "step": BY_STEP,
    "name": BY_NAME,
    "worker": BY_WORKER,
    "stage": BY_STAGE,
    "contact": BY_CONTACT,
    "overdue": BY_OVERDUE,
}


@requires(May.REVIEW_CASELOAD)
@require_safe
def caseload(request: Request) -> HttpResponse:
    """Five statements of its own, whatever the number of workers and rows."""
    query, rhythm = CaseloadQuery(request.GET), Rhythm.on(request.today)
    teams = request.user.teams_where(May.REVIEW_CASELOAD)
    every = loads(teams, rhythm)
    found = page(narrowed(teams, query, rhythm), order=ORDERS[query.sort], after=query.after)
    rows = caseload_rows(found.rows, rhythm)
    mine = Delivery.objects.notices_for(request.user).of_kinds(kinds_told())
    told = told_to(request.user, mine.newest(MOST_NOTICES), request.today)
    clocks = due_clocks(
        Pathway.objects.open().filter(care__team__in=teams, client__died_on=None),
        request.today,
        get_language() or "fi",
        with_assessments=False,
    )[:MOST_NOTICES]
    shown = {row.ref for row in rows} | clients_of(told) | {due.client.ref for due in clocks}
    record(Deed.CASELOAD_REVIEWED, by=request.user, clients=shown)
    context = {
        "query": query,
        "loads": every,
        "all": together(every),
        "rows": rows,
        "clocks": clocks,
        "told": told,
        "number_waiting": number_waiting_for(request.user),
        "stages": Stage.choices,
        "teams": team_names(request.user),
        "low": GUIDANCE_FROM,
        "high": GUIDANCE_TO,
        "newer_url": query.link(after=found.newer) if found.newer else "",
        "older_url": query.link(after=found.older) if found.older else "",
        **choices(query, every),
    }
    return render(request, "pathways/caseload/caseload.html", context)


def narrowed(teams: list[int], query: CaseloadQuery, rhythm: Rhythm) -> CaseloadQuerySet:
    """The team's open care relationships that the filters leave."""
    cares = (
        open_cares()
        .of_team(teams)
        .with_people()
        .with_path()
        .with_next_step()
        .with_overdue(rhythm.today)
    )
    cares = cares.of_worker(query.worker).in_stage(query.stage)
    match query.only:
        case "overdue":
            return cares.overdue_only()
        case "silent":
            return cares.silent(rhythm)
        case "no-step":
            return cares.without_step()
    return cares


def team_names(user: Any) -> str:
    """The teams under review, for the head of the page."""
    return ", ".join(m.team.name for m in user.rights if May.REVIEW_CASELOAD in m.rights)


def choices(query: CaseloadQuery, every: list[Load]) -> dict[str, Any]:
    """The filters as they stand, and the orders."""
    only = [
        ("overdue", _("steps overdue")),
        ("silent", _("silent")),
        ("no-step", _("no next step")),
    ]
    sorts = [
        ("step", _("next step")),
        ("overdue", _("steps overdue")),
        ("contact", _("last contact")),
        ("stage", _("stage")),
        ("worker", _("own worker")),
        ("name", _("name")),
    ]
    workers = [
        {"ref": load.ref, "name": load.name, "url": CaseloadQuery().link(worker=load.ref)}
        for load in every
    ]
    return {
        "only": only,
        "sorts": sorts,
        "workers": workers,
        "is_narrowed": bool(query.worker or query.stage or query.only),
    }
