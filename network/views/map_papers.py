"""The network map on paper: made on a post, streamed on a get."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.actions.map_papers import print_map
from network.deeds import Deed
from network.forms.ties import MapPaperForm
from network.models import Member
from network.papers.maps import NETWORK_MAP, map_paper
from network.views.own_copies import copies_of, hand_over_copy
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once

MOST = 10


@requires(May.MAKE_PAPER)
def paper(request: Request, ref: UUID) -> HttpResponse:
    """For whom; below, the maps that have been printed."""
    client = _open(request, ref)
    form = MapPaperForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _print(request, client, form))
    context = {"client": client, "form": form, "made": copies_of(client, NETWORK_MAP)[:MOST]}
    status = 422 if form.is_bound else 200
    return render(request, "network/map/print.html", context, status=status)


@requires(May.MAKE_PAPER)
@require_safe
def pdf(request: Request, ref: UUID) -> HttpResponse:
    """The map asked for, or the newest; where none has been printed yet, the page where one is."""
    return hand_over_copy(request, _open(request, ref), NETWORK_MAP, otherwise="network:map-paper")


def _open(request: Request, ref: UUID) -> Any:
    return open_client(request, ref, May.MAKE_PAPER, deed=Deed.NETWORK_READ, sections=("papers",))


def _print(request: Request, client: Any, form: MapPaperForm) -> str:
    whom = form.cleaned_data["whom"]
    manuscript = map_paper(client, whom, today=request.today)
    hidden = Member.objects.of(client).on(request.today).hidden()
    made = print_map(
        client=client, manuscript=manuscript, by=request.user,
        names_hidden=whom == "self" and hidden.exists(),
    )  # fmt: skip
    return f"{reverse('network:map-pdf', args=[client.ref])}?paper={made.paper.ref}"
