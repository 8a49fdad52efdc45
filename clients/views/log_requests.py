"""The client's request for the log: written down by a worker in one click, kept in a register with its day."""

from __future__ import annotations

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
from clients.views.registers import show_register, with_clock
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import SeeOther, once, sent_before


@requires(May.READ_CLIENT)
def log_request(request: Request, ref: UUID) -> HttpResponse:
    """A post writes the request down, once; the page tells how it is with it."""
    client = open_client(request, ref, deed=Deed.LOG_REQUEST_READ)
    if request.method == "POST":
        log_requests.file_request(client=client, by=request.user, today=request.today)
        return SeeOther(request.path)
    requests = list(LogRequest.objects.of(client).with_people()[:10])
    context = {"client": client, "requests": with_clock(requests, request)}
    return render(request, "clients/log_requests/of_client.html", context)


@requires(May.MAKE_LOG_REPORT)
@require_safe
def register(request: Request) -> HttpResponse:
    """Open ones first, the most urgent on top; then the decided, newest first."""
    found = LogRequest.objects.with_people()
    return show_register(
        request,
        "clients/log_requests/register.html",
        waiting=found.open(),
        decided=found.decided(),
        deed=Deed.LOG_REQUESTS_READ,
        purpose="log_report",
    )


@requires(May.MAKE_LOG_REPORT)
def refuse(request: Request, ref: UUID) -> HttpResponse:
    """A written decision: the ground, and the sentence for the client."""
    if done := sent_before(request):
        return done
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
