"""The person's own copies of one kind: those that have been made, and handing one over."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from clients.models import Client
from network.deeds import Deed
from network.models import Disclosure
from network.views.papers import PaperQuery
from paku.access.requests import Request
from paku.audit.record import record
from paku.printing.handing import hand_over


def copies_of(client: Client, kind: str) -> Any:
    """The newest first, without their bytes."""
    found = Disclosure.objects.filter(client=client, paper__kind=kind)
    return found.select_related("paper", "by").defer("paper__pdf")


def hand_over_copy(request: Request, client: Client, kind: str, *, otherwise: str) -> HttpResponse:
    """The one asked for, or the newest; where none has been made yet, on to the page where one is."""
    asked, copies = PaperQuery(request.GET).paper, copies_of(client, kind)
    found = (copies.filter(paper__ref=asked) if asked else copies).first()
    if found is None and asked:
        raise Http404
    if found is None:
        return redirect(otherwise, ref=client.ref)
    record(
        Deed.PAPER_OPENED, found.paper, by=request.user, client=client.ref, sections=found.sections,
        recipient=found.recipient, details={"serial": found.paper.serial},
    )  # fmt: skip
    return hand_over(found.paper)
