"""Where somebody is on the map, as the person says it: a place, a tie, and whom they talk to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from network.actions.consents import hold
from network.deeds import Deed
from network.models import Member, Talk, Tie
from network.models.tie import Ring, Sector, Strength
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale


@dataclass(frozen=True, slots=True)
class Place:
    """`ring` None: not on the map."""

    ring: int | None
    sector: str
    strength: str
    talks_with: frozenset[int]

    def as_text(self, names: dict[int, str]) -> str:
        told = sorted(names.get(key, "") for key in self.talks_with)
        if self.ring is None:
            return str(_("not on the map"))
        lines = [Ring(self.ring).label, Sector(self.sector).label, Strength(self.strength).label]
        return "\n".join([*map(str, lines), ", ".join(told)])


def place_of(member: Member) -> Place:
    """As it is now. Two statements."""
    tie = Tie.objects.filter(member=member, until=None).first()
    talks = frozenset(_partners(member))
    if tie is None:
        return Place(None, "", "", talks)
    return Place(tie.ring, tie.sector, tie.strength, talks)


def seen_as(place: Place) -> str:
    """What the sheet remembers: changes when anything of it does."""
    told = repr((place.ring, place.sector, place.strength, sorted(place.talks_with)))
    return str(salted_hmac("tie", told, algorithm="sha256").hexdigest())


@transaction.atomic(savepoint=False)
def tell_tie(
    *, member: Member, place: Place, others: Sequence[Member], seen: str, on: date, by: User
) -> None:
    """`others`: who may be chosen to talk with; ties with anybody else stay as they are."""
    hold(member.client)
    if member.until is not None and member.until < on:
        raise Refused(_("This membership has already ended."), code="member_ended", status=409)
    now = place_of(member)
    if now == place:
        return
    if seen != seen_as(now):
        names = {one.pk: one.name for one in others}
        raise Stale(
            _("Somebody has changed this tie meanwhile."),
            mine=place.as_text(names),
            theirs=now.as_text(names),
        )
    _tie(member, place, on, by)
    _talks(member, place, {one.pk for one in others}, on, by)
    record(
        Deed.TIE_TOLD, member, by=by, client=member.client.ref,
        details={"ring": place.ring, "talks": len(place.talks_with)},
    )  # fmt: skip


def _tie(member: Member, place: Place, on: date, by: User) -> None:
    told: dict[str, Any] = {
        "ring": place.ring,
        "sector": place.sector,
        "strength": place.strength,
    }
    now = Tie.objects.filter(member=member, until=None).first()
    if now is not None and all(getattr(now, name) == value for name, value in told.items()):
        return
    if now is not None:
        _ends(now, on)
    if place.ring is not None:
        Tie.objects.create(client=member.client, member=member, since=on, by=by, **told)


def _talks(member: Member, place: Place, known: set[int], on: date, by: User) -> None:
    there = _partners(member)
    for key, talk in there.items():
        if key in known and key not in place.talks_with:
            _ends(talk, on)
    for key in sorted(place.talks_with - there.keys()):
        one, other = sorted((member.pk, key))
        Talk.objects.create(client=member.client, one_id=one, other_id=other, since=on, by=by)


def _partners(member: Member) -> dict[int, Talk]:
    """Key of the other → the row, of those who talk with the member now."""
    talks = Talk.objects.filter(Q(one=member) | Q(other=member), until=None).in_order()
    return {talk.other_id if talk.one_id == member.pk else talk.one_id: talk for talk in talks}


def _ends(row: Tie | Talk, on: date) -> None:
    """Yesterday was its last day; what was written down today was a slip of today and leaves no trace on any map."""
    if row.since >= on:
        row.delete()
        return
    row.until = on - timedelta(days=1)
    row.save(update_fields=["until"])
