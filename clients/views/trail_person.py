"""The privacy officer looks for one person's entries: a reason first, once in a session for each person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.actions.search import keyed
from clients.deeds import Deed
from clients.doors import admit
from clients.forms.trail import PersonForm, ReasonForm
from clients.models import Client
from clients.models.search import SHOWN, Wanted
from clients.models.trail_search import search_everybody
from clients.trail_lines import number_of
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.posts import SeeOther


@requires(May.READ_TRAIL)
def search(request: Request) -> HttpResponse:
    """Among all clients. What was asked goes to the trail as a keyed hash only, whom it showed by their refs."""
    form = PersonForm(request.POST or None)
    found = _sought(request, form) if form.is_bound and form.is_valid() else None
    context = {"form": form, "found": found, "is_cut": found is not None and len(found) == SHOWN}
    return render(request, "clients/trail/person.html", context, status=422 if form.errors else 200)


@requires(May.READ_TRAIL)
def reason(request: Request, ref: UUID) -> HttpResponse:
    """Where a name on the trail leads when no reason has been stated for that person in this session."""
    client = Client.objects.watched_by(request.user).filter(ref=ref).first()
    if client is None:
        raise Http404
    admit(request.user, May.READ_TRAIL, client.relations, ref)
    form = ReasonForm(request.POST or None)
    if form.is_bound and form.is_valid():
        _state(request, Deed.TRAIL_REASON_GIVEN, [client], form)
        return SeeOther(f"{reverse('clients:trail')}?client={client.ref}")
    record(Deed.TRAIL_ASKED, by=request.user, client=client.ref, purpose="supervision")
    context = {"number": number_of(client.ref), "form": form}
    return render(request, "clients/trail/reason.html", context, status=422 if form.errors else 200)


def _sought(request: Request, form: PersonForm) -> list[Client]:
    asked = form.cleaned_data["person"]
    found = search_everybody(Wanted.from_text(asked))
    details = {"query": keyed(asked), "found": len(found)}
    _state(request, Deed.TRAIL_SEARCHED, found, form, details)
    return found


def _state(
    request: Request,
    deed: Deed,
    people: list[Client],
    form: ReasonForm,
    details: dict[str, Any] | None = None,
) -> None:
    record(
        deed,
        by=request.user,
        clients=[client.ref for client in people],
        purpose=form.cleaned_data["reason"],
        reason=form.cleaned_data["words"],
        details=details,
    )
