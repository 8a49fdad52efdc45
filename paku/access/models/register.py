"""The register of users and their rights, as the set-up shows it: few statements for any number of people."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from paku.access.models.account_return import AccountReturn
from paku.access.models.membership import Membership
from paku.access.models.role_request import RoleRequest
from paku.access.models.user import User
from paku.access.rights import ROLES
from paku.access.roles import May, Role
from paku.kit.finnish import FinnishSort
from paku.kit.pages import Order
from paku.kit.today import Today

BY_NAME: Order = [(FinnishSort("name"), "asc"), ("pk", "asc")]
FOUND_AT_MOST = 25
GIVERS = [role for role, rights in ROLES.items() if May.MANAGE_ROLES in rights]
EVERYWHERE = [role for role, rights in ROLES.items() if May.MANAGE_USERS in rights]


def users(*, state: str, team: UUID | None = None) -> QuerySet[User]:
    """`active`, `roleless` (an account without a right today) or `ended`; of one team, or of all."""
    found = with_rights(User.objects.filter(is_active=state != "ended"))
    live = Membership.objects.on(Today()).filter(user=OuterRef("pk"))
    if state == "roleless":
        found = found.filter(~Exists(live))
    if team:
        rights = Membership.objects if state == "ended" else live
        found = found.filter(Exists(rights.filter(user=OuterRef("pk"), team__ref=team)))
    return found


def named(words: str) -> list[User]:
    """A part of the name or of the user name; one more than is shown tells that there are more."""
    found = with_rights(
        User.objects.filter(Q(name__icontains=words) | Q(username__icontains=words))
    )
    return list(found.order_by(FinnishSort("name"), "pk")[: FOUND_AT_MOST + 1])


def with_rights(found: QuerySet[User]) -> QuerySet[User]:
    """Each with every membership, the newest first (`all_rights`)."""
    memberships: Any = Membership.objects.select_related("team").order_by("-since", "-pk")
    return found.prefetch_related(Prefetch("memberships", memberships, to_attr="all_rights"))


def givers(request: RoleRequest) -> QuerySet[User]:
    """Who may be the second person today."""
    live = Membership.objects.on(Today()).filter(
        Q(role__in=EVERYWHERE) | Q(role__in=GIVERS, team=request.team_id), user=OuterRef("pk")
    )
    others = User.objects.filter(Exists(live), is_active=True)
    return others.exclude(pk__in=(request.subject_id, request.asked_by_id)).order_by("name", "pk")


def main_users_but(asker: int) -> QuerySet[User]:
    """Who may be the second person for an account today; the asker by key."""
    live = Membership.objects.on(Today()).filter(role__in=EVERYWHERE, user=OuterRef("pk"))
    others = User.objects.filter(Exists(live), is_active=True)
    return others.exclude(pk=asker).order_by("name", "pk")


def number_waiting_for(user: User) -> int:
    """How many rights and ended accounts wait for this person as the second one; one statement."""
    kinds = (RoleRequest, AccountReturn)
    rights, returns = (
        kind.objects.managed_by(user).for_the_second_person(user).order_by().values("ref")
        for kind in kinds
    )
    return int(rights.union(returns, all=True).count())


def leaders_of(user: User) -> QuerySet[User]:
    """The supervisors of the person's teams today: those who can hand the clients over."""
    teams = Membership.objects.on(Today()).filter(user=user).values("team")
    live = Membership.objects.on(Today()).filter(
        role=Role.SUPERVISOR, team__in=teams, user=OuterRef("pk")
    )
    return User.objects.filter(Exists(live), is_active=True).order_by("name", "pk")
