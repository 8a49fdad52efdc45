"""The network map of a day: who stands where, who talks to whom, and what has changed between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from clients.models import Client
from network.models import Member, Talk, Tie
from network.models.tie import Sector, Strength
from network.picture import Mark, Person, in_order, map_picture, picture_words
from network.what_stands import what_stands

WIDE, NARROW = 760, 340


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the picture's twin."""

    number: int
    member: Member
    tie: Tie
    mark: Mark
    talks_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One map: the picture in two widths, its words and its twin; `unplaced` are not on it."""

    day: date
    rows: list[Row]
    talks: list[tuple[int, int]]
    unplaced: list[Member]
    shows_marks: bool
    people: list[Person] = field(default_factory=list)

    @property
    def wide(self) -> SafeString:
        return self._picture(WIDE)

    @property
    def narrow(self) -> SafeString:
        return self._picture(NARROW)

    @property
    def on_paper(self) -> SafeString:
        return self._picture(WIDE, on_paper=True)

    @property
    def words(self) -> str:
        return picture_words(self.people, self.talks)

    def _picture(self, width: int, *, on_paper: bool = False) -> SafeString:
        name = f"{self.day:%Y%m%d}-{width}"
        told: dict[str, Any] = {"name": name, "shows_marks": self.shows_marks, "on_paper": on_paper}
        return map_picture(self.people, self.talks, width=width, **told)


@dataclass(frozen=True, slots=True)
class Around:
    """All that has been written of one person's network, for the maps of any day. Three statements."""

    client: Client
    members: list[Any]
    ties: list[Any]
    talks: list[Any]

    @classmethod
    def of(cls, client: Client, *, only_told: bool = False) -> Around:
        """`only_told`: only those of whom the client lets everybody know."""
        members = Member.objects.of(client).with_home().named()
        found = list(members.told_to_all() if only_told else members)
        ties = list(Tie.objects.of(client).in_order())
        return cls(client, found, ties, list(Talk.objects.of(client).in_order()))

    def on(self, day: date, *, shows_marks: bool) -> Drawn:
        """Two statements more when the ledger is shown."""
        there = {one.pk: one for one in self.members if one.holds_on(day)}
        ties = {tie.member_id: tie for tie in self.ties if tie.holds_on(day)}
        placed = [one for one in there.values() if one.pk in ties]
        marks = what_stands(self.client, placed, day) if shows_marks and placed else {}
        people = in_order(_person(one, ties[one.pk], marks) for one in placed)
        on_it = {one.key for one in people}
        pairs = {(talk.one_id, talk.other_id) for talk in self.talks if talk.holds_on(day)}
        talks = sorted(pair for pair in pairs if on_it.issuperset(pair))
        names = {one.key: one.name for one in people}
        rows = [
            Row(number, there[one.key], ties[one.key], one.mark, _partners(one.key, talks, names))
            for number, one in enumerate(people, 1)
        ]
        unplaced = [one for one in there.values() if one.pk not in ties]
        return Drawn(day, rows, talks, unplaced, shows_marks, people)

    def days(self, today: date) -> list[date]:
        """On which the map changed before today, the newest first, from the first place on."""
        seen = {one.pk for one in self.members}
        days = {tie.since for tie in self.ties if tie.member_id in seen}
        days |= {talk.since for talk in self.talks if seen.issuperset((talk.one_id, talk.other_id))}
        days |= {one.until for one in self.members if one.until}
        first = min((tie.since for tie in self.ties if tie.member_id in seen), default=today)
        return sorted((day for day in days if first <= day < today), reverse=True)


def _person(member: Member, tie: Tie, marks: dict[int, str]) -> Person:
    return Person(
        member.pk,
        member.name,
        Sector(tie.sector),
        tie.ring,
        Strength(tie.strength),
        Mark(marks.get(member.pk, Mark.NOTHING)),
    )


def _partners(key: int, talks: Iterable[tuple[int, int]], names: dict[int, str]) -> tuple[str, ...]:
    others = (pair[1] if pair[0] == key else pair[0] for pair in talks if key in pair)
    return tuple(sorted((names[other] for other in others), key=str.casefold))


@dataclass(frozen=True, slots=True)
class Change:
    """`sign` is + who came, − who went, ↑ nearer, ↓ further, ≈ other changes; `then` and `now` are rows, or nothing."""

    sign: str
    name: str
    then: Row | None
    now: Row | None

    @property
    def is_moved(self) -> bool:
        """To another ring or another part."""
        if self.then is None or self.now is None:
            return False
        before, after = self.then.tie, self.now.tie
        return (before.ring, before.sector) != (after.ring, after.sector)

    @property
    def is_other_tie(self) -> bool:
        both = self.then is not None and self.now is not None
        return both and self.then.tie.strength != self.now.tie.strength  # type: ignore[union-attr]

    @property
    def talks_new(self) -> list[str]:
        return _more(self.now, self.then)

    @property
    def talks_over(self) -> list[str]:
        return _more(self.then, self.now)


def changes(then: Drawn, now: Drawn) -> list[Change]:
    """In the order of the map of now; those who went last."""
    before = {row.member.pk: row for row in then.rows}
    found = [_change(before.pop(row.member.pk, None), row) for row in now.rows]
    gone = [Change("−", row.member.name, row, None) for row in before.values()]
    return [*(one for one in found if one is not None), *gone]


def _change(then: Row | None, now: Row) -> Change | None:
    if then is None:
        return Change("+", now.member.name, None, now)
    steps = then.tie.ring - now.tie.ring
    sign = "↑" if steps > 0 else "↓" if steps < 0 else "≈"
    found = Change(sign, now.member.name, then, now)
    same = not (found.is_moved or found.is_other_tie or found.talks_new or found.talks_over)
    return None if same else found


def _more(here: Row | None, there: Row | None) -> list[str]:
    """With whom somebody talks here and not there; nothing when they are missing from one of the two."""
    if here is None or there is None:
        return []
    return [name for name in here.talks_with if name not in there.talks_with]
