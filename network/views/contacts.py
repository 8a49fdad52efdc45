"""Contact data behind a click that is logged: turvakielto, or an emergency. A page of their own, without links."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from clients.actions import contacts as deeds
from clients.actions.protection import place_of
from clients.forms.protected import ProtectedContactForm
from clients.models import Client
from clients.models.contact import contact_data_shown
from clients.protection import open_contact
from network.models import Member
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once

PAGE = "network/contacts/contacts.html"


@requires(May.READ_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def contacts(request: Request, ref: UUID) -> HttpResponse:
    """A look shows the button alone; its post shows the data, in that one answer; `save` corrects them."""
    client = open_contact(request, ref)
    if request.method != "POST":
        return render(request, PAGE, {"client": client})
    with contact_data_shown(client):
        return _shown(request, client)


def _shown(request: Request, client: Any) -> HttpResponse:
    points, place = list(client.contact_points.all()), place_of(client)
    form = None
    if client.is_protected and may_now(request.user, client.relations, May.EDIT_CLIENT):
        sent = request.POST if "save" in request.POST else None
        form = ProtectedContactForm(sent, client=client, points=points, place=place)
        if form.is_bound and form.is_valid():
            return once(request, form, lambda: _save(request, client, form))
    context = {
        "client": client,
        "is_shown": True,
        "points": points,
        "place": place if client.is_protected else client,
        "close": _close_ones(request, client),
        "form": form,
    }
    return render(request, PAGE, context, status=422 if form and form.is_bound else 200)


def _close_ones(request: Request, client: Any) -> Any:
    """Not for a near-worker, who sees no network."""
    if not may_now(request.user, client.relations, May.READ_NETWORK):
        return ()
    return Member.objects.of(client).on(request.today).close().with_number().named()


def _save(request: Request, client: Client, form: ProtectedContactForm) -> str:
    deeds.edit_contacts(client=client, by=request.user, **form.answers)
    return reverse("pathways:client", args=[client.ref])
