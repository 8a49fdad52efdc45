"""Correcting a person's basic data."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.actions import basics as deeds
from clients.doors import open_client
from clients.forms.basics import BasicsForm
from clients.models import Client
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once


@requires(May.EDIT_CLIENT)
def basics(request: Request, ref: UUID) -> HttpResponse:
    """Everything that is known of the person's names, place, languages and ways to be reached, on one sheet."""
    client = open_client(request, ref, May.EDIT_CLIENT, sections=("basics", "contacts"))
    points = list(client.contact_points.all())
    form = BasicsForm(request.POST or None, client=client, points=points, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _edit(request, client, form))
    context = {"client": client, "form": form}
    return render(
        request, "clients/basics/basics.html", context, status=422 if form.is_bound else 200
    )


def _edit(request: Request, client: Client, form: BasicsForm) -> str:
    deeds.edit_basics(client=client, by=request.user, **form.answers)
    return reverse("pathways:client", args=[client.ref])
