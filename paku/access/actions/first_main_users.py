"""The first two main users of an installation: two at once, since a role needs two people from then on (0023)."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Now

from paku.access.deeds import Deed
from paku.access.models import Membership, Team, User
from paku.access.one_time import give_one_time_password, one_time_password
from paku.access.roles import Role, TaskClass
from paku.audit.record import record
from paku.kit.folding import folded
from paku.kit.refusals import Refused
from paku.kit.today import Today

ALREADY = "There is a main user already: accounts and roles are given on the set-up pages."


@dataclass(frozen=True, slots=True)
class Made:
    """What is handed over to a new main user; the password is kept nowhere."""

    user: User
    password: str


@transaction.atomic
def make_first_main_users(*, names: tuple[str, str], provider: str, team: str) -> list[Made]:
    """Two accounts with one-time passwords, of which each can give what the other asks for. Refused while anybody is a
    main user who can sign in, for then this would be a way round the second person."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('paku.first_main_users', 0))")
    if _can_sign_in().exists():
        raise Refused(ALREADY, code="already")
    unit, _made = Team.objects.get_or_create(name=team, defaults={"provider": provider})
    return [_make(name, unit) for name in names]


def _can_sign_in() -> Any:
    """Main users of today or of days to come, but for those whose one-time password was never used and is over."""
    locked_out = Q(user__temporary_until__lte=Now())
    rights = Membership.objects.not_over(Today()).filter(role=Role.MAIN_USER, user__is_active=True)
    return rights.exclude(locked_out)


def _make(name: str, team: Team) -> Made:
    sheet = uuid.uuid4()
    user = User(username=_user_name(name), name=name)
    give_one_time_password(user, sheet)
    user.save(force_insert=True)
    right = {"role": Role.MAIN_USER.value, "task_class": TaskClass.ADMINISTRATIVE.value}
    Membership.objects.create(user=user, team=team, since=Today(), **right)
    record(
        Deed.FIRST_MAIN_USER, user, by=None, purpose="administration",
        details={"role": right["role"], "class": right["task_class"], "team": str(team.ref)},
    )  # fmt: skip
    return Made(User.objects.get(pk=user.pk), one_time_password(sheet))


def _user_name(name: str) -> str:
    """pirjo.virtanen, or pirjo.virtanen2 when that is taken."""
    plain = re.sub(r"[^a-z0-9]+", ".", folded(name)).strip(".")[:50] or "main.user"
    taken = set(User.objects.filter(username__startswith=plain).values_list("username", flat=True))
    tries = (plain, *(f"{plain}{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in tries if one not in taken)
