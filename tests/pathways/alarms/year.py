"""A year of openings by the team: 40 legitimate ones a working day, and 0.8 that nothing explains, of every kind that a
night should find. The same each time."""

from __future__ import annotations

from datetime import date, timedelta

from network.models import Step
from paku.access.models import User
from paku.demo.copying import copy_models
from paku.kit.dates import is_working_day
from tests.pathways.alarms.cast import FIRST, LAST, Person
from tests.pathways.alarms.unexplained import Unexplained

A_DAY, UNRELATED_A_DAY = 40, 0.8


class Year(Unexplained):
    """What the work needs, day by day."""

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
