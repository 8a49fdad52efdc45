"""Who may be the second person for a change of the directory, or for a file that is brought for it (row O46)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from paku.access.models import Membership, User
from paku.access.rights import ROLES
from paku.access.roles import May
from paku.kit.today import Today

EDITORS = [role for role, rights in ROLES.items() if May.EDIT_DIRECTORY in rights]


def second_persons(*, but: int) -> QuerySet[User]:
    """The directory belongs to the whole area: supervisors of any team and main users, never the asker (by key)."""
    live = Membership.objects.on(Today()).filter(role__in=EDITORS, user=OuterRef("pk"))
    others = User.objects.filter(Exists(live), is_active=True).exclude(pk=but)
    return others.order_by("name", "pk")
