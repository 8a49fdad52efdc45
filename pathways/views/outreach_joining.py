"""How a contact ends: it becomes a client by a deliberate act, is joined to one of one's own, or is deleted."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from clients.deeds import Deed as ClientDeed
from clients.doors import open_client
from clients.models import Client
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.posts import once
from pathways.actions import outreach_contacts as deeds
from pathways.actions.clocks import mark_urgent
from pathways.deeds import Deed
from pathways.doors.outreach import open_contact
from pathways.forms.outreach_contacts import DeleteForm, JoinForm
from pathways.models import OutreachContact, Pathway

MOST = 300


@requires(May.DO_OUTREACH)
def client(request: Request, ref: UUID) -> HttpResponse:
    """To a new client, by way of looking first; or to one of the user's own."""
    contact = open_contact(request, ref)
    if not contact.is_open and request.method != "POST":
        return redirect("pathways:contact", ref)
    own = list(Client.objects.opened_by(request.user)[:MOST])
    form = JoinForm(request.POST or None, clients=own, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _join(request, contact, form))
    context = {"contact": contact, "form": form, "has_own": bool(own)}
    context["may_create"] = request.user.may(May.CREATE_CLIENT)
    status = 422 if form.is_bound else 200
    return render(request, "pathways/outreach/client.html", context, status=status)


@requires(May.DO_OUTREACH)
def delete(request: Request, ref: UUID) -> HttpResponse:
    """Asked once more, for nothing brings it back."""
    contact = open_contact(request, ref)
    form = DeleteForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _delete(request, contact))
    return render(request, "pathways/outreach/delete.html", {"contact": contact, "form": form})


def begin_from(request: Request) -> dict[str, Any]:
    """What the sheet of a new client takes, and shows, of the contact named by the address or by the sheet itself."""
    contact = named(request, request.POST.get("contact") or request.GET.get("contact", ""))
    if contact is None:
        return {}
    record(Deed.CONTACT_READ, contact, by=request.user)
    met = _("Outreach: met on %(day)s, %(place)s") % {
        "day": f"{contact.met_on.day}.{contact.met_on.month}.{contact.met_on.year}",
        "place": contact.where,
    }
    return {
        "contact": str(contact.ref),
        "nickname": contact.nickname,
        "municipality": contact.municipality_id,
        "village": contact.village_id,
        "how_began": met[:300],
        "is_urgent": contact.is_urgent,
    }


def join_to(request: Request, ref: str, person: Client) -> None:
    """The new client is the contact's person. Refused, and no client made, when the contact is gone."""
    contact = named(request, ref)
    if contact is None:
        raise deeds.gone()
    deeds.join(contact=contact, client=person, on=request.today, by=request.user)


def named(request: Request, ref: str) -> OutreachContact | None:
    """An open contact of the user's teams, if that is what the text names."""
    try:
        key = UUID(ref)
    except ValueError:
        return None
    found: OutreachContact | None = (
        OutreachContact.objects.of_teams(request.user).open().with_people().filter(ref=key).first()
    )
    return found


def _join(request: Request, contact: OutreachContact, form: JoinForm) -> str:
    """By the client's own door: whoever may write down their words."""
    chosen = form.clients[form.cleaned_data["client"]]
    person = open_client(request, chosen.ref, May.HEAR_CLIENT, deed=ClientDeed.CLIENT_OPENED)
    deeds.join(contact=contact, client=person, on=request.today, by=request.user)
    path = Pathway.objects.open().filter(client=person).first() if contact.is_urgent else None
    if path is not None:
        mark_urgent(path=path, on=request.today, by=request.user)
    return reverse("clients:own-words", args=[person.ref])


def _delete(request: Request, contact: OutreachContact) -> str:
    deeds.delete(contact=contact, by=request.user)
    messages.success(request, _("The contact has been deleted."))
    return reverse("pathways:outreach")
