"""Finding a colleague by name among all accounts in use: nothing of any client is in it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from paku.access.models import Membership, User
from paku.kit.today import Today

MOST = 20


@dataclass(frozen=True, slots=True)
class Colleague:
    """An account, and what tells two of the same name apart."""

    user: User
    teams: str

    @property
    def label(self) -> str:
        """“Outi Ohjaaja, sosiaaliohjaaja (Viitasaaren tiimi)”."""
        named = ", ".join(part for part in (self.user.name, self.user.title) if part)
        return f"{named} ({self.teams})" if self.teams else named


def colleagues_called(text: str) -> list[Colleague]:
    """Those whose name or user name holds the text, by name; two statements, none for nothing."""
    found = list(_called(text)[:MOST]) if text else []
    teams: dict[int, list[str]] = {}
    for membership in _memberships_of(found) if found else ():
        teams.setdefault(membership.user_id, []).append(membership.team.name)
    return [Colleague(user, ", ".join(dict.fromkeys(teams.get(user.pk, ())))) for user in found]


def _memberships_of(found: list[User]) -> QuerySet[Membership]:
    live = Membership.objects.on(Today()).filter(user__in=found)
    return live.select_related("team").order_by("pk")


def _called(text: str) -> QuerySet[User]:
    named = Q(name__icontains=text) | Q(username__icontains=text)
    return User.objects.filter(named, is_active=True).order_by("name", "pk")
