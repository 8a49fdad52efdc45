"""The only way a view gets a document: by the client's own rule, its client and path with it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from clients.banner import hang_banner
from clients.doors import admit, relation_of
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from pathways.deeds import Deed
from pathways.models import Assessment, Plan, Review
from pathways.models.document import Document

KINDS: dict[str, Any] = {model.kind: model for model in (Assessment, Plan, Review)}


def open_document(request: Request, kind: str, ref: UUID, right: May = May.READ_PLAN) -> Any:
    """One statement and an entry; a stranger's address is the 404 of any."""
    found = KINDS[kind].objects.known_to(request.user).with_people()
    document = found.select_related("path__care", "path__client").filter(ref=ref).first()
    if document is None:
        raise Http404
    admit(request.user, right, document.relations, document.path.client.ref)
    hang_banner(request, document.path.client_id, document.relations)
    document.path.relations = document.relations
    if request.method != "POST":
        show(request, document)
    return document


def show(request: Request, document: Document, deed: str = Deed.DOCUMENT_READ) -> None:
    """What is shown leaves an entry, a faulty post that shows it again too."""
    record(
        deed,
        document,
        by=request.user,
        client=document.path.client.ref,
        relation=relation_of(getattr(document, "relations", [])),
        sections=("plan",),
        details={"kind": document.kind},
    )
