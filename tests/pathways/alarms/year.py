"""A year of openings by the team, written straight as rows: 40 legitimate ones a working day, and 0.8 that nothing
explains, of every kind that a night should find. The same each time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from clients.models import BreakGlass, StandIn
from network.models import Step
from paku.access.models import User
from paku.audit.models import Entry
from paku.demo.copying import copy_models
from paku.kit.dates import HELSINKI, is_working_day
from pathways.models import Visit, VisitKind
from tests.pathways.alarms.cast import FIRST, LAST, REASON, Cast, Person

A_DAY, UNRELATED_A_DAY = 40, 0.8
Key = tuple[int, UUID | None, date]


class Year:
    """`legitimate` and `planted` hold (worker, client, day); `planted` tells of what kind."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.chance = cast, cast.chance
        self.rows: list[Any] = []
        self.legitimate: set[Key] = set()
        self.planted: dict[Key, str] = {}
        self.home = VisitKind.objects.get(code="home")
        self.special = {
            kind: self._special(kind) for kind in ("name", "phone", "colleague", "excluded")
        }
        self.kinds: list[Callable[[date], None]] = [
            *[self.unused_reason] * 8, *[self.part_ended] * 3, *[self.closed] * 2, *[self.leading] * 2, self.emergency,
            self.own_name, self.own_name_with_a_visit, self.own_phone, self.colleague, self.excluded,
            self.looked_for_again, self.name_repeated, self.no_relation_at_all,
        ]  # fmt: skip

    def live(self) -> None:
        for day in (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)):
            if is_working_day(day):
                self._working_day(day)
        copy_models(self.rows)

    def _working_day(self, day: date) -> None:
        there = [
            one
            for one in self.cast.workers
            if not self.cast.is_away(one, day) and not self.chance.happens(0.02)
        ]
        near = {
            one.pk: [p for p in self.cast.people if p.is_open(day) and p.relation(one, day)]
            for one in there
        }
        enough = len(self.legitimate) + A_DAY
        while len(self.legitimate) < enough:
            chance = self.chance.random()
            if chance < 0.93:
                self.ordinary(day, self.chance.choice(there), near)
            elif chance < 0.97:
                self.reason_used(day, self.chance.choice(there))
            elif chance < 0.985:
                self.supervised(day)
            else:
                self.closed_lately(day)
        for _ in range(2):
            self.search(
                day, self.chance.choice(there), self.chance.choice(self.cast.people).client.ref
            )
        if self.chance.happens(UNRELATED_A_DAY):
            self.chance.choice(self.kinds)(day)

    # what the work needs

    def ordinary(self, day: date, who: User, near: dict[int, list[Person]]) -> None:
        person = self.chance.choice(near[who.pk])
        self.open(day, who, person, person.relation(who, day), legitimate=True)
        if self.chance.happens(0.35):
            self.visit(day, who, person)

    def reason_used(self, day: date, who: User) -> None:
        """A contact the same day, the next, or in a few cases none that was written down."""
        person = self.unrelated(day, who)
        self.stand_in(day, who, person)
        self.open(day, who, person, "stand_in", legitimate=True)
        chance = self.chance.random()
        if chance < 0.96:
            self.visit(day + timedelta(days=chance > 0.85), who, person)

    def supervised(self, day: date) -> None:
        person = self.chance.choice(self.cast.people)
        self.open(day, self.cast.leader, person, "supervises", legitimate=True)
        if self.chance.happens(0.85):
            self.rows.append(Step(
                client=person.client, what="Tapaaminen", due_on=day, agreed_on=day, agreed_by=self.cast.leader
            ))  # fmt: skip

    def closed_lately(self, day: date) -> None:
        """Within thirty days of the end, or later for a check-in call."""
        ended = [p for p in self.cast.people if not p.is_open(day)]
        if ended:
            person = self.chance.choice(ended)
            who = next(one for one in self.cast.workers if person.relation(one, day))
            self.open(day, who, person, person.relation(who, day), legitimate=True)
            if person.path.ended_on < day - timedelta(days=30):
                self.visit(day, who, person)

    # what nothing explains

    def unused_reason(self, day: date) -> None:
        who = self.anybody()
        person = self.unrelated(day, who)
        if not person.was_with(who, day):
            self.plant(day, who, person, "unused reason", stand_in=True)

    def part_ended(self, day: date) -> None:
        left = [(w, p) for w in self.cast.workers for p in self.cast.people
                if p.is_open(day) and p.was_with(w, day) and not p.relation(w, day)]  # fmt: skip
        if left:
            self.plant(day, *self.chance.choice(left), "part ended", stand_in=True)

    def closed(self, day: date) -> None:
        ended = [
            p
            for p in self.cast.people
            if p.path.ended_on and p.path.ended_on < day - timedelta(days=31)
        ]
        if ended:
            person = self.chance.choice(ended)
            who = next(one for one in self.cast.workers if person.relation(one, day))
            self.plant(day, who, person, "closed", person.relation(who, day))

    def leading(self, day: date) -> None:
        self.plant(
            day, self.cast.leader, self.chance.choice(self.cast.people), "leading", "supervises"
        )

    def emergency(self, day: date) -> None:
        who, person = self.anybody(), self.chance.choice(self.cast.elsewhere)
        began = self.at(day)
        self.rows.append(BreakGlass(
            client=person.client, worker=who, reason="life", words="Hätä, josta ei kerrota enempää.", began_at=began,
            ends_at=began + timedelta(hours=4), review_due_on=day + timedelta(days=5),
        ))  # fmt: skip
        self.plant(day, who, person, "emergency", "break_glass")

    def own_name(self, day: date) -> None:
        who, person = self.chance.choice(self.special["name"])
        if self.mark(day, who, person.client.ref, "own name"):
            self.search(day, who, person.client.ref)

    def own_name_with_a_visit(self, day: date) -> None:
        """A visit written to look like a ground."""
        who, person = self.chance.choice(self.special["name"])
        self.plant(day, who, person, "own name and a visit", stand_in=True)
        self.visit(day, who, person)

    def own_phone(self, day: date) -> None:
        self.plant(day, *self.chance.choice(self.special["phone"]), "own phone", stand_in=True)

    def colleague(self, day: date) -> None:
        self.plant(day, *self.chance.choice(self.special["colleague"]), "colleague", stand_in=True)

    def excluded(self, day: date) -> None:
        who, person = self.chance.choice(self.special["excluded"])
        if self.mark(day, who, person.client.ref, "excluded"):
            asked = self.chance.choice((person.client.ref, person.path.ref))
            self.tell(day, who, "audit.refused", outcome="denied", object_ref=str(asked))

    def looked_for_again(self, day: date) -> None:
        who = self.anybody()
        ref = self.unrelated(day, who).client.ref
        if self.mark(day, who, ref, "looked for again"):
            self.search(day - timedelta(days=3), who, ref)
            self.search(day, who, ref)

    def name_repeated(self, day: date) -> None:
        """The name of somebody who is not found."""
        who, asked = self.anybody(), str(self.chance.ref())
        if self.mark(day, who, None, "name repeated"):
            for ago in (5, 2, 0):
                self.search(day - timedelta(days=ago), who, None, asked)

    def no_relation_at_all(self, day: date) -> None:
        who = self.anybody()
        person = self.unrelated(day, who)
        if not person.was_with(who, day):
            self.plant(day, who, person, "no relation", "")

    # rows

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

    def _special(self, kind: str) -> list[tuple[User, Person]]:
        """For each of the others, one person of the first worker's."""
        found = []
        for user in self.cast.workers[1:]:
            person = self.cast.stranger(
                **({"last_name": user.name.split()[-1]} if kind == "name" else {})
            )
            if kind == "phone":
                person.client.contact_points.update(value=user.phone)
            if kind == "colleague":
                self.cast.excluded(person, self.cast.leader, REASON.SELF)
            if kind == "excluded":
                self.cast.excluded(person, user, REASON.RELATIVE)
            found.append((user, person))
        return found
