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
from clients.views.registers import show_register, with_clock
from paku.access.can import can, may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once


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
        "requests": with_clock(found, request),
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
    found = _given_by(request.user)
    return show_register(
        request,
        "clients/subject_requests/register.html",
        waiting=found.under_way(),
        decided=found.decided(),
        deed=Deed.FILE_REQUESTS_READ,
        purpose="data_subject",
    )


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
