"""The only way a view gets a call after support: the client's own rule, and an entry for what is shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from clients.banner import hang_banner
from clients.doors import admit, relation_of
from clients.models.relation import relations_of
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from pathways.deeds import Deed
from pathways.models import CheckIn


def open_check_in(request: Request, ref: UUID) -> Any:
    """One statement, and an entry; a stranger finds nothing."""
    related = CheckIn.objects.annotate(relations=relations_of(request.user, "path__client_id"))
    found: Any = (
        related.select_related(
            "path__client", "path__care__own_worker", "step__client", "step__doer", "by"
        )
        .filter(ref=ref)
        .first()
    )
    if found is None or not found.relations:
        raise Http404
    admit(request.user, May.MOVE_PATH, found.relations, found.path.client.ref)
    hang_banner(request, found.path.client_id, found.relations)
    if request.method != "POST":
        show(request, found)
    return found


def show(request: Request, found: Any) -> None:
    """What is shown leaves an entry, a faulty post that shows it again too."""
    record(
        Deed.PATH_READ,
        found.path,
        by=request.user,
        client=found.path.client.ref,
        relation=relation_of(found.relations),
        sections=("tapering",),
    )
