"""Stating why a colleague's client's file is needed, and opening it for a day."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.actions import stand_ins as deeds
from clients.forms.stand_in import StandInForm
from clients.models import Client
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.kit.refusals import NotYours
from paku.saving.posts import SeeOther, once


@requires(May.READ_CLIENT)
def stand_in(request: Request, ref: UUID) -> HttpResponse:
    """For those whom a reason lets in; who is in already goes straight on."""
    client: Any = Client.objects.known_to(request.user).with_care().filter(ref=ref).first()
    if client is None:
        raise Http404
    verdict = can(request.user, May.READ_CLIENT, client.relations)
    page = reverse("pathways:client", args=[client.ref])
    form = StandInForm(request.POST or None)
    if verdict.allows:
        return SeeOther(page)
    if verdict is not Verdict.REASON:
        raise NotYours
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _open(request, client, form, page))
    context = {"client": client, "care": client.care, "form": form}
    return render(
        request, "clients/stand_in/stand_in.html", context, status=422 if form.is_bound else 200
    )


def _open(request: Request, client: Client, form: StandInForm, page: str) -> str:
    deeds.stand_in(client=client, by=request.user, **form.answers)
    return page
