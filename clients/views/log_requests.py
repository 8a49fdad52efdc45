"""The client's request for the log: written down by a worker in one click, kept in a register with its two months."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.actions import log_requests
from clients.deeds import Deed
from clients.doors import open_client, open_watched
from clients.forms.log_request import RefusalForm
from clients.models import LogRequest
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import page
from paku.kit.query import Query, cursor
from paku.saving.posts import SeeOther, once

MOST_OPEN = 200


class RegisterQuery(Query):
    """A place among the decided ones."""

    after = cursor()


@requires(May.READ_CLIENT)
def log_request(request: Request, ref: UUID) -> HttpResponse:
    """A post writes the request down, once; the page tells how it is with it."""
    client = open_client(request, ref, deed=Deed.LOG_REQUEST_READ)
    if request.method == "POST":
        log_requests.file_request(client=client, by=request.user, today=request.today)
        return SeeOther(request.path)
    requests = list(LogRequest.objects.of(client).with_people()[:10])
    context = {"client": client, "requests": _rows(requests, request)}
    return render(request, "clients/log_requests/of_client.html", context)


@requires(May.MAKE_LOG_REPORT)
@require_safe
def register(request: Request) -> HttpResponse:
    """Open ones first, the most urgent on top; then the decided, newest first."""
    query = RegisterQuery(request.GET)
    waiting = list(LogRequest.objects.open().with_people().most_urgent_first()[:MOST_OPEN])
    decided = page(
        LogRequest.objects.decided().with_people(),
        order=[("decided_at", "desc"), ("pk", "desc")],
        after=query.after,
    )
    shown = [one.client.ref for one in (*waiting, *decided.rows)]
    record(Deed.LOG_REQUESTS_READ, by=request.user, clients=shown, purpose="log_report")
    context = {
        "waiting": _rows(waiting, request),
        "decided": decided.rows,
        "older_url": query.link(after=decided.older) if decided.older else "",
        "newer_url": query.link(after=decided.newer) if decided.newer else "",
    }
    return render(request, "clients/log_requests/register.html", context)


@requires(May.MAKE_LOG_REPORT)
def refuse(request: Request, ref: UUID) -> HttpResponse:
    """A written decision: the ground, and the sentence for the client."""
    asked = get_object_or_404(LogRequest.objects.open().with_people(), ref=ref)
    right, deed = May.MAKE_LOG_REPORT, Deed.LOG_REQUEST_READ
    open_watched(request, asked.client.ref, right, deed=deed, purpose="log_report")
    form = RefusalForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _refuse(request, asked, form))
    context = {"asked": asked, "form": form, "grounds": form.templates}
    return render(
        request, "clients/log_requests/refuse.html", context, status=422 if form.is_bound else 200
    )


def _refuse(request: Request, asked: LogRequest, form: RefusalForm) -> str:
    log_requests.refuse(request=asked, by=request.user, **form.answers)
    return reverse("clients:log-requests")


def _rows(requests: list[LogRequest], request: Request) -> list[dict[str, Any]]:
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
