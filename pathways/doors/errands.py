"""The way to one errand: the client's own rule, and an entry for what is shown."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from clients.banner import hang_banner
from clients.doors import admit, relation_of
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from pathways.deeds import Deed
from pathways.models import Errand


def open_errand(request: Request, ref: UUID) -> Errand:
    """One statement; 404 for a stranger's and for what does not exist alike."""
    found = Errand.objects.known_to(request.user).told().filter(ref=ref).first()
    if found is None:
        raise Http404
    admit(request.user, May.AGREE_STEP, found.relations, found.path.client.ref)
    hang_banner(request, found.path.client_id, found.relations)
    if request.method != "POST":
        show(request, found)
    return found


def show(request: Request, found: Errand) -> None:
    """What is shown of a person leaves an entry, a faulty post that shows it again too."""
    record(
        Deed.ERRANDS_READ,
        found,
        by=request.user,
        client=found.path.client.ref,
        relation=relation_of(found.relations),
        sections=("errands",),
    )
