"""Who leads the team names who walks beside a person, and ends it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from clients.doors import open_client
from clients.models import Assignment
from network.deeds import Deed
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.forms import GuardedForm
from paku.saving.posts import once, sent_before
from pathways.actions import beside as deeds
from pathways.forms.beside import BesideForm
from pathways.models.workers import who_may_walk_beside

SECTIONS = ("own_worker",)


@requires(May.ASSIGN_WORKER)
def name_beside(request: Request, ref: UUID) -> HttpResponse:
    client = _open(request, ref)
    care = client.care
    here = who_may_walk_beside(care.team_id, request.today)
    form = BesideForm(
        request.POST or None,
        today=request.today,
        members=[m for m in here if m.user_id != care.own_worker_id],
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _name(request, client, form))
    return _show(request, "name", client, form)


@requires(May.ASSIGN_WORKER)
def end_beside(request: Request, ref: UUID, assignment: UUID) -> HttpResponse:
    """Asked once more, for the file closes to the worker at once."""
    client = _open(request, ref)
    if done := sent_before(request):
        return done
    rows = Assignment.objects.filter(care=client.care).select_related("worker", "care__client")
    row = get_object_or_404(rows, ref=assignment)
    form = GuardedForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, client, row))
    return _show(request, "end", client, form, row=row)


def _open(request: Request, ref: UUID) -> Any:
    """Nobody walks beside a person whose care relationship has ended."""
    client = open_client(request, ref, May.ASSIGN_WORKER, deed=Deed.NETWORK_READ, sections=SECTIONS)
    if client.care is None:
        raise Http404
    return client


def _show(request: Request, page: str, client: Any, form: Any, **more: Any) -> HttpResponse:
    context = {"client": client, "care": client.care, "form": form, **more}
    status = 422 if form.is_bound else 200
    return render(request, f"pathways/beside/{page}.html", context, status=status)


def _name(request: Request, client: Any, form: BesideForm) -> str:
    deeds.name_beside(care=client.care, by=request.user, today=request.today, **form.named)
    return _page(client)


def _end(request: Request, client: Any, row: Assignment) -> str:
    deeds.end_beside(row=row, by=request.user, today=request.today)
    return _page(client)


def _page(client: Any) -> str:
    return reverse("pathways:own-worker", args=[client.ref])
