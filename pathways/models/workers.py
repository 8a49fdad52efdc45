"""Who may carry a client as own worker: those whose role leads paths, in the teams in question, that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from paku.access.models import Membership
from paku.access.roles import Role
from paku.kit.finnish import finnish_key

# A student logs visits too, but leaves on a known day: nobody may be left ownerless.
OWN_WORKER_ROLES = (Role.INSTRUCTOR, Role.SOCIAL_WORKER)


def workers_of(teams: Sequence[int], day: date) -> list[Membership]:
    """One membership for each worker and team, by name; one statement."""
    live = Membership.objects.on(day).filter(
        team__in=teams, role__in=OWN_WORKER_ROLES, user__is_active=True
    )
    by_worker = {
        (m.user_id, m.team_id): m for m in live.select_related("user", "team").order_by("pk")
    }
    return sorted(by_worker.values(), key=lambda m: (finnish_key(m.user.name), m.pk))
