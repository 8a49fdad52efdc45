"""The only way a view gets a given paper: the client's own rule, and an entry for what is handed over."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from clients.doors import admit, relation_of
from clients.models import Client
from network.deeds import Deed
from network.models import Disclosure
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.printing.models import Paper


def open_given_paper(request: Request, ref: UUID, paper: UUID | None) -> Paper:
    """The frozen paper of this client, for those who may open the file; 404 for a paper of anybody else."""
    client = Client.objects.known_to(request.user).filter(ref=ref).first()
    if client is None:
        raise Http404
    admit(request.user, May.OPEN_GIVEN, client.relations, ref)
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
        relation=relation_of(client.relations),
        sections=disclosure.sections,
        recipient=disclosure.recipient,
        details={"serial": disclosure.paper.serial},
    )
    return disclosure.paper
