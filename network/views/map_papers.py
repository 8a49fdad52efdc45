"""The network map on paper: made on a post, streamed on a get."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.actions.map_papers import print_map
from network.deeds import Deed
from network.forms.ties import MapPaperForm
from network.models import Disclosure
from network.papers.maps import NETWORK_MAP, map_paper
from network.views.papers import PaperQuery
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.printing.handing import hand_over
from paku.saving.posts import once

MOST = 10


@requires(May.MAKE_PAPER)
def paper(request: Request, ref: UUID) -> HttpResponse:
    """For whom; below, the maps that have been printed."""
    client = _open(request, ref)
    form = MapPaperForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _print(request, client, form))
    context = {"client": client, "form": form, "made": _made(client)[:MOST]}
    status = 422 if form.is_bound else 200
    return render(request, "network/map/print.html", context, status=status)


@requires(May.MAKE_PAPER)
@require_safe
def pdf(request: Request, ref: UUID) -> HttpResponse:
    """The map asked for, or the newest; where none has been printed yet, the page where one is."""
    client = _open(request, ref)
    asked = PaperQuery(request.GET).paper
    maps = _made(client)
    found = (maps.filter(paper__ref=asked) if asked else maps).first()
    if found is None and asked:
        raise Http404
    if found is None:
        return redirect("network:map-paper", ref=ref)
    record(
        Deed.PAPER_OPENED, found.paper, by=request.user, client=client.ref, sections=found.sections,
        recipient=found.recipient, details={"serial": found.paper.serial},
    )  # fmt: skip
    return hand_over(found.paper)


def _open(request: Request, ref: UUID) -> Any:
    return open_client(request, ref, May.MAKE_PAPER, deed=Deed.NETWORK_READ, sections=("papers",))


def _made(client: Any) -> Any:
    return Disclosure.objects.filter(client=client, paper__kind=NETWORK_MAP).select_related("paper", "by")  # fmt: skip


def _print(request: Request, client: Any, form: MapPaperForm) -> str:
    manuscript = map_paper(client, form.cleaned_data["whom"], today=request.today)
    made = print_map(client=client, manuscript=manuscript, by=request.user)
    return f"{reverse('network:map-pdf', args=[client.ref])}?paper={made.paper.ref}"
