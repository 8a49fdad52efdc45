"""The only way a view gets a break: by the client's own rule, or, where it has no client, by the team that saw it."""

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
from pathways.models import PathBreak, ThisWorked


def open_break(request: Request, ref: UUID) -> Any:
    """One statement, and an entry where a person is shown; 404 for another team's and a stranger's alike."""
    return _open(request, PathBreak.objects.known_to(request.user).told().filter(ref=ref).first())


def open_worked(request: Request, ref: UUID) -> Any:
    """What worked, by the same rule."""
    return _open(request, ThisWorked.objects.known_to(request.user).told().filter(ref=ref).first())


def _open(request: Request, found: Any) -> Any:
    if found is None:
        raise Http404
    if found.client is None:
        return found
    admit(request.user, May.MARK_BREAK, found.relations, found.client.ref)
    hang_banner(request, found.client.pk, found.relations)
    if request.method != "POST":
        show(request, found)
    return found


def show(request: Request, found: Any) -> None:
    """What is shown of a person leaves an entry, a faulty post that shows it again too."""
    if found.client is not None:
        record(
            Deed.PATH_READ,
            found,
            by=request.user,
            client=found.client.ref,
            relation=relation_of(getattr(found, "relations", [])),
            sections=("breaks",),
        )
