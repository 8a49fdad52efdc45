"""The only way a view gets one takeover: for the two people and who leads the team, by the client's own rule."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from clients.doors import admit, relation_of
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.models import Takeover
from pathways.deeds import Deed
from pathways.models import Pathway
from pathways.models.leading import led_by


def open_takeover(request: Request, ref: UUID) -> Any:
    """With `path`, and `leads`: whether the user leads the team. Its author only hears of it."""
    user = request.user
    found: Any = Takeover.objects.with_people().filter(ref=ref).first()
    if found is None:
        raise Http404
    found.leads = found.team_id in led_by(user)
    if user.pk not in (found.asked_by_id, found.receiver_id) and not found.leads:
        raise Http404
    found.path = Pathway.objects.known_to(user).with_people().filter(ref=found.about).first()
    if found.path is None:
        raise Http404
    admit(user, May.LOG_VISIT, found.path.relations, found.path.client.ref)
    if request.method != "POST":
        show_takeover(request, found)
    return found


def show_takeover(request: Request, found: Any) -> None:
    """What is shown leaves an entry, a post that shows it again too."""
    record(
        Deed.TAKEOVER_READ,
        found,
        by=request.user,
        client=found.path.client.ref,
        relation=relation_of(found.path.relations),
    )
