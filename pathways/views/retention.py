"""What is due to be destroyed: the lists of one's teams, and one of them with the approval of two."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import page
from paku.saving.posts import once
from pathways.actions import retention as deeds
from pathways.deeds import Deed
from pathways.forms.retention import ApproveForm, RetentionQuery
from pathways.models import LegalHold, RetentionItem, RetentionRun
from pathways.models.retention_run import RunState
from pathways.retention_words import in_kinds

MOST_HOLDS = 200


@requires(May.RETAIN)
@require_safe
def runs(request: Request) -> HttpResponse:
    """The lists, newest first, and the holds that stand. No name of any client."""
    query = RetentionQuery(request.GET)
    found = page(
        RetentionRun.objects.with_people().with_size(),
        order=[("made_on", "desc"), ("pk", "desc")],
        after=query.after,
    )
    holds: list[Any] = list(LegalHold.objects.in_force().most_urgent_first()[:MOST_HOLDS])
    for hold in holds:
        hold.late = hold.is_late(request.today)
    refs = [hold.client_ref for hold in holds]
    record(Deed.RETENTION_READ, by=request.user, clients=refs, purpose="retention")
    context = {
        "runs": found.rows,
        "holds": holds,
        "newer_url": query.link(after=found.newer) if found.newer else "",
        "older_url": query.link(after=found.older) if found.older else "",
    }
    return render(request, "pathways/retention/runs.html", context)


@requires(May.RETAIN)
def run(request: Request, ref: UUID) -> HttpResponse:
    """One list: files by their short numbers, rows by their kinds; a post approves it."""
    shown = get_object_or_404(RetentionRun.objects.with_people(), ref=ref)
    form = ApproveForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _approve(request, shown))
    query = RetentionQuery(request.GET)
    found = page(shown.items.all(), order=[("pk", "asc")], after=query.after, size=50)
    refs = [item.client_ref for item in found.rows]
    record(Deed.RETENTION_READ, shown, by=request.user, clients=refs, purpose="retention")
    may = shown.state in (RunState.WAITS, RunState.SECOND) and shown.first_by != request.user
    context = {
        "run": shown,
        "form": form if may else None,
        "items": _told(found.rows, refs),
        "kinds": _kinds(shown),
        "newer_url": query.link(after=found.newer) if found.newer else "",
        "older_url": query.link(after=found.older) if found.older else "",
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/retention/run.html", context, status=status)


def _kinds(shown: RetentionRun) -> list[tuple[str, int]]:
    """Of the whole list while it waits, of what went when it has been carried out."""
    if shown.done_at:
        return in_kinds([shown.counts])
    return in_kinds(shown.items.values_list("counts", flat=True))


def _told(rows: list[RetentionItem], refs: list[UUID]) -> list[dict[str, Any]]:
    """With the hold that keeps the file off the destruction, if somebody has placed one since."""
    held = {hold.client_ref for hold in LegalHold.objects.in_force().filter(client_ref__in=refs)}
    return [
        {
            "item": row,
            "is_held": row.client_ref in held,
            "rows": sum(row.counts.values()),
        }
        for row in rows
    ]


def _approve(request: Request, shown: RetentionRun) -> str:
    deeds.approve(run=shown, by=request.user)
    return reverse("pathways:retention-run", args=[shown.ref])
