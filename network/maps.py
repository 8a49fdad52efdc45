"""The network map of a day: who stands where, and who talks to whom (what has changed: `network.picture.changes`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.safestring import SafeString

from clients.models import Client
from network.models import Member, Talk, Tie
from network.models.tie import Sector, Strength
from network.picture import Mark, Moved, Person, in_order, map_picture, picture_words
from network.picture.words import moved_words
from network.who_may_know import what_stands

WIDE, NARROW = 760, 340
DAY = timedelta(days=1)  # `until` is the last day on which something holds


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the picture's twin."""

    number: int
    member: Member
    tie: Tie
    mark: Mark
    talks_with: tuple[str, ...]
    moved: Moved = Moved.NOT

    @property
    def moved_in_words(self) -> str:
        return moved_words(self.moved)


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
        ties = [tie for tie in self.ties if tie.member_id in seen]
        talks = [talk for talk in self.talks if seen.issuperset((talk.one_id, talk.other_id))]
        days = {row.since for row in (*ties, *talks)}
        days |= {row.until + DAY for row in (*ties, *talks, *self.members) if row.until}
        first = min((tie.since for tie in ties), default=today)
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
