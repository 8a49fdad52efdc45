"""Who may carry a client as own worker, or walk beside, by their role in the teams in question, that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from clients.models.assignment import Part
from paku.access.models import Membership
from paku.access.roles import Role
from paku.kit.finnish import finnish_key

# A student logs visits too, but leaves on a known day: nobody may be left ownerless.
OWN_WORKER_ROLES = (Role.INSTRUCTOR, Role.SOCIAL_WORKER)
PARTS = {
    **dict.fromkeys(OWN_WORKER_ROLES, Part.PAIR),
    Role.NEAR_WORKER: Part.NEAR_WORKER,
    Role.STUDENT: Part.STUDENT,
}


def workers_of(teams: Sequence[int], day: date) -> list[Membership]:
    """One membership for each worker and team, by name; one statement."""
    return _by_name(Membership.objects.on(day).filter(team__in=teams, role__in=OWN_WORKER_ROLES))


def part_of(membership: Membership) -> Part:
    """The part beside a person that fits the role."""
    return PARTS[Role(membership.role)]


def who_may_walk_beside(team: int, day: date) -> list[Membership]:
    """Of the team whose role fits a part, and near-workers of every team: they come from elsewhere. By name, one
    statement; one membership for each worker and team."""
    here = Q(team=team, role__in=tuple(PARTS)) | Q(role=Role.NEAR_WORKER)
    return _by_name(Membership.objects.on(day).filter(here))


def _by_name(live: QuerySet[Membership]) -> list[Membership]:
    live = live.filter(user__is_active=True).select_related("user", "team").order_by("pk")
    by_worker = {(m.user_id, m.team_id): m for m in live}
    return sorted(by_worker.values(), key=lambda m: (finnish_key(m.user.name), m.pk))
