"""The person asks for a copy of their whole file: written down by a worker, and how it is with it; the register."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clients.actions import subject_requests
from clients.deeds import Deed
from clients.doors import open_client
from clients.forms.subject_request import FileRequestForm
from clients.models import Client, SubjectRequest
from paku.access.can import can, may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import page
from paku.kit.query import Query, cursor
from paku.saving.posts import once

MOST_OPEN = 200


class RegisterQuery(Query):
    """A place among the decided ones."""

    after = cursor()


@requires(May.READ_CLIENT)
def file_request(request: Request, ref: UUID) -> HttpResponse:
    """A post writes the request down, once; the page tells how it is with it."""
    client = open_client(request, ref, deed=Deed.FILE_REQUEST_READ)
    form = FileRequestForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _file(request, client, form))
    found = list(SubjectRequest.objects.of(client).with_people()[:10])
    context = {
        "client": client,
        "requests": rows(found, request),
        "is_under_way": any(one.outcome in ("", "making") for one in found),
        "may_answer": may_now(request.user, client.relations, May.EXPORT_FILE),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "clients/subject_requests/of_client.html", context, status=status)


@requires(May.EXPORT_FILE)
@require_safe
def register(request: Request) -> HttpResponse:
    """Open ones first, the most urgent on top; then the decided. Of those clients whose file the reader may give."""
    query = RegisterQuery(request.GET)
    found = _given_by(request.user)
    waiting = list(found.under_way().most_urgent_first()[:MOST_OPEN])
    decided = page(
        found.decided(), order=[("decided_at", "desc"), ("pk", "desc")], after=query.after
    )
    shown = [one.client.ref for one in (*waiting, *decided.rows)]
    record(Deed.FILE_REQUESTS_READ, by=request.user, clients=shown, purpose="data_subject")
    context = {
        "waiting": rows(waiting, request),
        "decided": decided.rows,
        "older_url": query.link(after=decided.older) if decided.older else "",
        "newer_url": query.link(after=decided.newer) if decided.newer else "",
    }
    return render(request, "clients/subject_requests/register.html", context)


def rows(requests: list[SubjectRequest], request: Request) -> list[dict[str, Any]]:
    """With what the clock says of each."""
    return [
        {
            "asked": one,
            "left": one.days_left(request.today),
            "late": -one.days_left(request.today),
            "tone": one.tone(request.today),
        }
        for one in requests
    ]


def _given_by(user: Any) -> Any:
    """All for the privacy officer, who is shut out of none of them; else of the clients of one's own work."""
    found = SubjectRequest.objects.with_people()
    oversees = can(user, May.EXPORT_FILE, ()).allows
    return found.watched_by(user) if oversees else found.followed_by(user)


def _file(request: Request, client: Client, form: FileRequestForm) -> str:
    subject_requests.file_request(
        client=client, by=request.user, today=request.today, **form.answers
    )
    return request.path
