"""Openings that nothing explains, of every kind that a night should find."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from clients.models import BreakGlass
from paku.access.models import User
from tests.pathways.alarms.cast import REASON, Cast, Person
from tests.pathways.alarms.rows import Rows


class Unexplained(Rows):
    """`kinds` are asked by chance, each as often as it stands there."""

    def __init__(self, cast: Cast) -> None:
        super().__init__(cast)
        self.special = {
            kind: self._special(kind) for kind in ("name", "phone", "colleague", "excluded")
        }
        self.kinds: list[Callable[[date], None]] = [
            *[self.unused_reason] * 8, *[self.part_ended] * 3, *[self.closed] * 2, *[self.leading] * 2, self.emergency,
            self.own_name, self.own_name_with_a_visit, self.own_phone, self.colleague, self.excluded,
            self.looked_for_again, self.name_repeated, self.no_relation_at_all,
        ]  # fmt: skip

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
