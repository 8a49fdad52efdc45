"""Who leads which teams."""

from __future__ import annotations

from datetime import date
from typing import Any

from paku.access.models import Membership, Team
from paku.access.roles import Role


def led_by(user: Any) -> list[int]:
    """Keys of the teams that the user leads today."""
    return [m.team_id for m in user.rights if m.role == Role.SUPERVISOR]


def leaders_of(team: Team, day: date) -> set[int]:
    """Keys of those who lead the team that day; one statement."""
    leads = Membership.objects.on(day).filter(team=team, role=Role.SUPERVISOR)
    return set(leads.filter(user__is_active=True).values_list("user", flat=True))
