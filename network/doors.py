"""The only way a view gets a given paper: the client's own rule, and an entry for what is handed over."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from clients.doors import refuse_file
from clients.models import Client
from network.deeds import Deed
from network.models import Disclosure
from paku.access.requests import Request
from paku.audit.record import record
from paku.printing.models import Paper


def open_given_paper(request: Request, ref: UUID, paper: UUID | None) -> Paper:
    """The frozen paper of this client, for those who may open the file; 404 for a paper of anybody else."""
    if not Client.objects.opened_by(request.user).filter(ref=ref).exists():
        refuse_file(request.user, ref)
    if paper is None:
        raise Http404
    given = Disclosure.objects.filter(client__ref=ref, paper__ref=paper).select_related("paper")
    disclosure = given.first()
    if disclosure is None:
        raise Http404
    record(
        Deed.PAPER_OPENED,
        disclosure.paper,
        by=request.user,
        client=ref,
        sections=disclosure.sections,
        recipient=disclosure.recipient,
        details={"serial": disclosure.paper.serial},
    )
    return disclosure.paper
