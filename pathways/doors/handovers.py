"""The only way a view gets one handover: for those who take part in it, and those who may hand the person over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from clients.doors import relation_of
from paku.access.can import may_now
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from pathways.deeds import Deed
from pathways.models import Handover
from pathways.models.leading import led_by


def open_handover(request: Request, ref: UUID) -> Any:
    """`is_told`: whether the letter and what was gathered are shown; of one that has been answered only to those who
    work with the person. To all others the row does not exist."""
    found: Any = Handover.objects.known_to(request.user).with_people().filter(ref=ref).first()
    if found is None:
        raise Http404
    user = request.user
    works = bool(found.relations) and may_now(user, found.relations, May.HAND_OVER)
    party = user.pk in (found.giver_id, found.receiver_id, found.offered_by_id)
    if not (works or party or found.team_id in led_by(user)):
        raise Http404
    found.may_open_file = works
    found.is_told = works or found.is_waiting
    if request.method != "POST":
        show_handover(request, found)
    return found


def show_handover(request: Request, found: Any) -> None:
    """What is shown leaves an entry, a post that shows it again too."""
    record(
        Deed.HANDOVER_READ,
        found,
        by=request.user,
        client=found.client_ref,
        relation=relation_of(found.relations),
    )
