"""Correcting a person's basic data."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from clients.actions import basics as deeds
from clients.doors import open_client
from clients.forms.basics import BasicsForm
from clients.models import Client
from clients.protection import contact_verdict
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once

BEHIND_THE_CLICK = ("municipality", "village")
CONTACT_ROWS = ("contact_kind_", "contact_value_", "contact_note_")


@requires(May.EDIT_CLIENT)
def basics(request: Request, ref: UUID) -> HttpResponse:
    """What is known of the person's names, place, languages and ways to be reached, on one sheet.

    With turvakielto place and ways to be reached are not here but behind the click.
    """
    client = open_client(request, ref, May.EDIT_CLIENT, sections=("basics",))
    if client.is_protected and request.method == "POST":
        request.POST = _without_contacts(request.POST)
    form = BasicsForm(
        request.POST or None,
        client=client,
        points=() if client.is_protected else list(client.contact_points.all()),
        may_lift=contact_verdict(request.user, client).allows,
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _edit(request, client, form))
    context = {"client": client, "form": form}
    return render(
        request, "clients/basics/basics.html", context, status=422 if form.is_bound else 200
    )


def _without_contacts(sent: QueryDict) -> Any:
    """A sheet that was opened before turvakielto was set still holds numbers: no answer says them again."""
    kept = sent.copy()
    for name in sent:
        if name in BEHIND_THE_CLICK or name.startswith(CONTACT_ROWS):
            del kept[name]
    return kept


def _edit(request: Request, client: Client, form: BasicsForm) -> str:
    deeds.edit_basics(client=client, by=request.user, on=request.today, **form.answers)
    return reverse("pathways:client", args=[client.ref])
