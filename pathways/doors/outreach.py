"""The only way a view gets a contact of outreach: the team's own, hidden from all others, and read on the trail."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404

from paku.access.models import Membership, Team
from paku.access.requests import Request
from paku.access.rights import ROLES
from paku.access.roles import May, Role
from paku.audit.record import record
from paku.kit.finnish import finnish_key
from pathways.deeds import Deed
from pathways.models import OutreachContact


def open_contact(request: Request, ref: UUID) -> Any:
    """With `deleted_on`. A look leaves an entry, on the client's own log too when the contact has become one."""
    contact = (
        OutreachContact.objects.of_teams(request.user)
        .with_people()
        .timed(request.today)
        .filter(ref=ref)
        .first()
    )
    if contact is None:
        raise Http404
    if request.method != "POST":
        client = contact.client.ref if contact.client else None
        record(Deed.CONTACT_READ, contact, by=request.user, client=client)
    return contact


def open_teams(user: Any) -> list[Team]:
    """Those in which the user does outreach."""
    found = {m.team_id: m.team for m in user.rights if May.DO_OUTREACH in m.rights}
    return list(found.values())


def takers(request: Request) -> list[Membership]:
    """Everybody who does outreach in the user's teams today, by name; one statement."""
    roles = [role for role in Role if May.DO_OUTREACH in ROLES[role]]
    live = Membership.objects.on(request.today).filter(
        team__in=request.user.teams_where(May.DO_OUTREACH), role__in=roles, user__is_active=True
    )
    return sorted(live.select_related("user"), key=lambda m: (finnish_key(m.user.name), m.pk))
