"""Entries, reasons and visits of a simulated year, written straight as rows; each opening is marked once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from clients.models import StandIn
from paku.access.models import User
from paku.audit.models import Entry
from paku.kit.dates import HELSINKI
from pathways.models import Visit, VisitKind
from tests.pathways.alarms.cast import Cast, Person

Key = tuple[int, UUID | None, date]


class Rows:
    """`legitimate` and `planted` hold (worker, client, day); `planted` tells of what kind."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.chance = cast, cast.chance
        self.rows: list[Any] = []
        self.legitimate: set[Key] = set()
        self.planted: dict[Key, str] = {}
        self.home = VisitKind.objects.get(code="home")

    def plant(
        self, day: date, who: User, person: Person, kind: str, relation: str = "stand_in", *, stand_in: bool = False
    ) -> None:  # fmt: skip
        if self.mark(day, who, person.client.ref, kind):
            if stand_in:
                self.stand_in(day, who, person)
            self.open(day, who, person, relation)

    def mark(self, day: date, who: User, ref: UUID | None, kind: str) -> bool:
        key = (who.pk, ref, day)
        is_new = key not in self.legitimate and key not in self.planted
        if is_new:
            self.planted[key] = kind
        return is_new

    def open(
        self, day: date, who: User, person: Person, relation: str, *, legitimate: bool = False
    ) -> None:
        if legitimate:
            self.legitimate.add((who.pk, person.client.ref, day))
        deed = self.chance.choice(
            ("clients.opened", "clients.opened", "pathways.read", "network.read")
        )
        self.tell(day, who, deed, person.client.ref, relation=relation)

    def search(self, day: date, who: User, ref: UUID | None, asked: str = "") -> None:
        self.tell(
            day,
            who,
            "clients.searched",
            ref,
            details={"query": asked or str(self.chance.ref()), "found": 1},
        )

    def tell(self, day: date, who: User, deed: str, ref: UUID | None = None, **rest: Any) -> None:
        role = "supervisor" if who == self.cast.leader else "instructor"
        self.rows.append(Entry(
            at=self.at(day), deed=deed, actor_ref=who.ref, actor_name=who.name, actor_role=role,
            client_refs=[ref] if ref else [], **rest,
        ))  # fmt: skip

    def stand_in(self, day: date, who: User, person: Person) -> None:
        began = datetime(day.year, day.month, day.day, 7, 30, tzinfo=HELSINKI)
        self.rows.append(StandIn(
            client=person.client, worker=who, reason="call", words="Asiakas soitti", began_at=began,
            ends_at=began + timedelta(hours=24),
        ))  # fmt: skip

    def visit(self, day: date, who: User, person: Person) -> None:
        self.rows.append(
            Visit(path=person.path, worker=who, kind=self.home, on=day, logged_at=self.at(day))
        )

    def at(self, day: date) -> datetime:
        minutes = self.chance.randrange(8 * 60, 16 * 60)
        return datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=HELSINKI)

    def anybody(self) -> User:
        return self.chance.choice(self.cast.workers)

    def unrelated(self, day: date, who: User) -> Person:
        return self.chance.choice(
            [p for p in self.cast.people if p.is_open(day) and not p.relation(who, day)]
        )
