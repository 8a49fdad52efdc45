"""Teams: made and renamed, never deleted."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from paku.access.deeds import Deed
from paku.access.models import Team, User
from paku.audit.record import record


def create_team(*, ref: UUID, name: str, provider: str, by: User) -> Team | None:
    """The team, or the one that the same sheet has made; None: somebody was quicker with the name."""
    team = Team(ref=ref, name=name, provider=provider)
    try:
        with transaction.atomic():
            team.save(force_insert=True)
    except IntegrityError:
        return Team.objects.filter(ref=ref).first()
    record(Deed.TEAM_CREATED, team, by=by, purpose="administration")
    return team


@transaction.atomic(savepoint=False)
def rename_team(*, team: Team, name: str, provider: str, by: User) -> None:
    """A new name or provider; what was written under the old name on the trail stays there."""
    told = {"name": name, "provider": provider}
    changed = {key: value for key, value in told.items() if getattr(team, key) != value}
    if not changed:
        return
    Team.objects.filter(pk=team.pk).update(**changed)
    record(
        Deed.TEAM_RENAMED, team, by=by, purpose="administration", details={"fields": list(changed)}
    )


@transaction.atomic(savepoint=False)
def set_pseudonyms(*, team: Team, is_pseudonymous: bool, by: User) -> None:
    """From now on new clients of the team come without real names and identity codes, or with them again. What has
    been written stays. Twice is the same as once."""
    other = Team.objects.filter(pk=team.pk).exclude(is_pseudonymous=is_pseudonymous)
    if other.update(is_pseudonymous=is_pseudonymous):
        deed = Deed.TEAM_PSEUDONYMOUS if is_pseudonymous else Deed.TEAM_BY_NAME
        record(deed, team, by=by, purpose="administration")
