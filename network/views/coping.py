"""Everyday ways: how the person gets about, does business on the net, and how far the services are."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.actions import coping as deeds
from network.deeds import Deed
from network.directory.distance import distances, home_of
from network.forms.coping import AbilitiesForm, MobilityForm
from network.models import EServiceAbility, Mobility, Service
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.saving.posts import once


@requires(May.READ_NETWORK)
@require_safe
def coping(request: Request, ref: UUID) -> HttpResponse:
    """What has been told, newest first, and the distances; none of these with turvakielto."""
    client = _open(request, ref, May.READ_NETWORK)
    told = list(Mobility.objects.of(client).newest_first())
    home = home_of(client)
    context = {
        "client": client,
        "mobility": told[0] if told else None,
        "earlier": told[1:],
        "abilities": [row for row in EServiceAbility.objects.of(client).newest() if row.ability],
        "home": home,
        "distances": distances(home, request.today) if home else [],
        "may_edit": may_now(request.user, client.relations, May.EDIT_NETWORK),
    }
    return render(request, "network/coping/coping.html", context)


@requires(May.EDIT_NETWORK)
@takes_many("ways")
def mobility(request: Request, ref: UUID) -> HttpResponse:
    """A new answer, filled in with the last one."""
    client = _open(request, ref, May.EDIT_NETWORK)
    last = Mobility.objects.of(client).newest_first().first()
    known = {"ways": last.ways, "words": last.words} if last else {}
    form = MobilityForm(request.POST or None, initial=known, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _tell_mobility(request, client, form))
    return _sheet(request, "network/coping/mobility.html", client, form)


@requires(May.EDIT_NETWORK)
def abilities(request: Request, ref: UUID) -> HttpResponse:
    """All the services on one sheet; those that changed are written."""
    client = _open(request, ref, May.EDIT_NETWORK)
    known = list(EServiceAbility.objects.of(client).newest())
    services = {
        str(one.pk): one for one in Service.objects.offered().on_the_net(client.municipality)
    }
    services |= {row.place: row.service for row in known if row.service}
    form = AbilitiesForm(
        request.POST or None,
        services=services,
        known={row.place: deeds.Answer(row.ability, row.helper) for row in known},
        initial={"seen": max((row.pk for row in known), default=0)},
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _tell_abilities(request, client, form, services))
    return _sheet(request, "network/coping/abilities.html", client, form)


def _open(request: Request, ref: UUID, right: May) -> Any:
    return open_client(request, ref, right, deed=Deed.NETWORK_READ, sections=("coping",))


def _sheet(request: Request, template: str, client: Any, form: Any) -> HttpResponse:
    context = {"client": client, "form": form}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _tell_mobility(request: Request, client: Any, form: MobilityForm) -> str:
    deeds.tell_mobility(client=client, by=request.user, **form.answers)
    return reverse("network:coping", args=[client.ref])


def _tell_abilities(
    request: Request, client: Any, form: AbilitiesForm, services: dict[str, Service]
) -> str:
    deeds.tell_abilities(client=client, services=services, by=request.user, **form.answers)
    return reverse("network:coping", args=[client.ref])
