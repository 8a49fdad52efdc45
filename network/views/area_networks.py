"""Who works together in which village. Of no client: nothing of anybody's file is shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from network.actions import area_networks as deeds
from network.forms.area_networks import AreaNetworkForm
from network.models import AreaNetwork
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.saving.posts import once


@requires(May.READ_DIRECTORY)
@require_safe
def area_networks(request: Request) -> HttpResponse:
    """By municipality; folded those that do not meet any more."""
    found = list(AreaNetwork.objects.whole())
    context = {
        "networks": [one for one in found if not one.has_ended(request.today)],
        "ended": [one for one in found if one.has_ended(request.today)],
        "may_tell": request.user.may(May.TELL_WHERE_AND_WHEN),
    }
    return render(request, "network/areas/areas.html", context)


@requires(May.READ_DIRECTORY)
@require_safe
def area_network(request: Request, ref: UUID) -> HttpResponse:
    context = {
        "network": get_object_or_404(AreaNetwork.objects.whole(), ref=ref),
        "may_tell": request.user.may(May.TELL_WHERE_AND_WHEN),
    }
    return render(request, "network/areas/area.html", context)


@requires(May.TELL_WHERE_AND_WHEN)
@takes_many("members")
def new_area_network(request: Request) -> HttpResponse:
    return _sheet(request, None)


@requires(May.TELL_WHERE_AND_WHEN)
@takes_many("members")
def edit_area_network(request: Request, ref: UUID) -> HttpResponse:
    return _sheet(request, get_object_or_404(AreaNetwork.objects.whole(), ref=ref))


def _sheet(request: Request, network: AreaNetwork | None) -> HttpResponse:
    known: dict[str, Any] = {}
    if network:
        known = deeds.told_of(network) | {"seen": deeds.seen_as(network)}
        known["members"] = list(network.members.all())
    form = AreaNetworkForm(request.POST or None, initial=known)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _tell(request, network, form))
    context = {"network": network, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "network/areas/form.html", context, status=status)


def _tell(request: Request, network: AreaNetwork | None, form: AreaNetworkForm) -> str:
    told = deeds.tell_area_network(network=network, by=request.user, **form.answers)
    return reverse("network:area-network", args=[told.ref])
