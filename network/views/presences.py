"""Where a service is met in person: told, corrected, ended."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from network.actions import presences as deeds
from network.forms.presences import EndPresenceForm, PresenceForm
from network.models import Presence, Service
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.saving.posts import once, sent_before


@requires(May.TELL_WHERE_AND_WHEN)
@takes_many("days")
def new_presence(request: Request, ref: UUID) -> HttpResponse:
    service = get_object_or_404(Service.objects.select_related("organisation"), ref=ref)
    return _sheet(request, service, None)


@requires(May.TELL_WHERE_AND_WHEN)
@takes_many("days")
def presence(request: Request, ref: UUID) -> HttpResponse:
    row = get_object_or_404(
        Presence.objects.placed().select_related("service__organisation"), ref=ref
    )
    return _sheet(request, row.service, row)


@requires(May.TELL_WHERE_AND_WHEN)
def end_presence(request: Request, ref: UUID) -> HttpResponse:
    """A page that asks once; the same sheet sent twice leads to the service both times."""
    if done := sent_before(request):
        return done
    rows = Presence.objects.placed().select_related("service__organisation")
    row = get_object_or_404(rows, ref=ref)
    form = EndPresenceForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, row))
    context = {"service": row.service, "presence": row, "form": form}
    return render(request, "network/directory/end_presence.html", context)


def _sheet(request: Request, service: Service, row: Presence | None) -> HttpResponse:
    known = deeds.told_of(row) | {"seen": deeds.seen_as(row)} if row else {}
    form = PresenceForm(request.POST or None, initial=known)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _tell(request, service, row, form))
    context = {"service": service, "presence": row, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "network/directory/presence.html", context, status=status)


def _tell(request: Request, service: Service, row: Presence | None, form: PresenceForm) -> str:
    deeds.tell_presence(service=service, presence=row, by=request.user, **form.answers)
    return reverse("network:entry", args=[service.ref])


def _end(request: Request, row: Presence) -> str:
    address = reverse("network:entry", args=[row.service.ref])
    deeds.end_presence(presence=row, by=request.user)
    return address
