"""A paper that was given, in plain language for the client: looked at, made on a post."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.doors import open_client
from network.actions.own_copies import give_own_copy
from network.deeds import Deed
from network.models import Disclosure
from network.papers.given import Given
from network.papers.plain import plain_paper
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.printing.manuscripts import Manuscript
from paku.saving.forms import GuardedForm
from paku.saving.posts import once


@requires(May.MAKE_PAPER)
def plain(request: Request, ref: UUID, given: UUID) -> HttpResponse:
    """Of a summary or a memo of a meeting; the client's own copy (703/2023 58 §)."""
    client = open_client(request, ref, May.MAKE_PAPER, deed=Deed.NETWORK_READ, sections=("papers",))
    papers = Disclosure.objects.of(client).with_paper().prefetch_related("consents")
    found = papers.filter(ref=given).first()
    if found is None or not Given(found).may_be_plain:
        raise Http404
    paper = plain_paper(client, found, today=request.today)
    form = GuardedForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _make(request, client, paper))
    context = {"client": client, "row": Given(found), "paper": paper, "silent": (), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "network/given/plain.html", context, status=status)


def _make(request: Request, client: Any, paper: Manuscript) -> str:
    made = give_own_copy(client=client, manuscript=paper, deed=Deed.PAPER_GIVEN, by=request.user)
    return f"{reverse('network:summary-pdf', args=[client.ref])}?paper={made.paper.ref}"
