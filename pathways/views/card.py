"""The person's own card: chosen and made on a post, streamed on a get."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import open_client
from clients.log_report import paper_language
from network.deeds import Deed
from network.views.own_copies import copies_of, hand_over_copy
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions.card import make_card
from pathways.card import CARD, card
from pathways.forms.card import CardForm

MOST = 10


@requires(May.MAKE_PAPER)
def card_page(request: Request, ref: UUID) -> HttpResponse:
    """The size and the language; below, the cards that have been made."""
    client = open_client(request, ref, May.MAKE_PAPER, deed=Deed.NETWORK_READ, sections=("papers",))
    form = CardForm(request.POST or None, language=paper_language(client))
    if client.care and form.is_bound and form.is_valid():
        return once(request, form, lambda: _make(request, client, form))
    context = {
        "client": client,
        "care": client.care,
        "form": form,
        "made": copies_of(client, CARD)[:MOST],
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/card/card.html", context, status=status)


@requires(May.MAKE_PAPER)
@require_safe
def card_pdf(request: Request, ref: UUID) -> HttpResponse:
    """The card asked for, or the newest; where none has been made yet, the page where one is."""
    client = open_client(request, ref, May.MAKE_PAPER, deed=Deed.NETWORK_READ, sections=("papers",))
    return hand_over_copy(request, client, CARD, otherwise="pathways:card")


def _make(request: Request, client: Any, form: CardForm) -> str:
    told = form.answers
    manuscript = card(client, size=told["size"], language=told["language"], today=request.today)
    made = make_card(client=client, manuscript=manuscript, by=request.user)
    return f"{reverse('pathways:card-pdf', args=[client.ref])}?paper={made.paper.ref}"
