"""A team of eight instructors and a supervisor with their clients, and how they stand to each other for a year."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from clients.models import Assignment, CareRelationship, Client, OwnWorkerPeriod, Substitute
from clients.models.assignment import Part
from clients.models.contact import ContactKind, ContactPoint
from clients.models.exclusion import Exclusion, ExclusionReason
from paku.access.models import User
from paku.access.roles import Role
from paku.demo.chance import Chance
from pathways.models import Pathway
from tests.factories import TeamFactory, worker

FIRST, LAST = date(2025, 10, 1), date(2026, 9, 30)
BEFORE = FIRST - timedelta(days=400)
SURNAMES = [
    "Korhonen",
    "Virtanen",
    "Mäkinen",
    "Nieminen",
    "Hämäläinen",
    "Laine",
    "Heikkinen",
    "Koskinen",
]
COMMON = [
    *[
        "Salo",
        "Rantanen",
        "Järvinen",
        "Lehtonen",
        "Saarinen",
        "Kinnunen",
        "Aho",
        "Turunen",
        "Pitkänen",
        "Laakso",
    ],
    "Laine",
]
EACH = 15


@dataclass
class Person:
    """A client with who may open the file on which days: (worker's key, since, until, relation)."""

    client: Client
    path: Pathway
    ties: list[tuple[int, date, date, str]] = field(default_factory=list)

    def relation(self, user: User, day: date) -> str:
        found = [
            said
            for key, since, until, said in self.ties
            if key == user.pk and since <= day <= until
        ]
        return found[0] if found else ""

    def was_with(self, user: User, day: date) -> bool:
        return any(key == user.pk and until < day for key, _since, until, _said in self.ties)

    def is_open(self, day: date) -> bool:
        return self.path.ended_on is None or self.path.ended_on >= day


class Cast:
    """All rows but the year's own doings; the same each time."""

    def __init__(self) -> None:
        self.chance = Chance("a year of a team")
        self.team = TeamFactory(name="Vuoden tiimi")
        self.workers = [self._worker(n, name) for n, name in enumerate(SURNAMES)]
        self.leader = worker(
            Role.SUPERVISOR, team=self.team, name="Liisa Lampi", phone="+358400009999"
        )
        self.leader.memberships.update(since=BEFORE)
        self.people = [self._person(self.workers[n % 8], n) for n in range(8 * EACH)]
        self.away = {one.pk: self._holidays(n) for n, one in enumerate(self.workers)}
        self.elsewhere = [self._person(worker(team=TeamFactory()), n) for n in range(900, 910)]

    def _worker(self, n: int, surname: str) -> User:
        made = worker(team=self.team, name=f"Outi {surname}", phone=f"+35840000{n:04}")
        made.memberships.update(since=BEFORE)
        return made

    def _person(self, own: User, n: int) -> Person:
        client = Client.objects.create(
            first_names=f"Aino {n}", last_name=self.chance.choice(COMMON)
        )
        ContactPoint.objects.create(client=client, kind=ContactKind.PHONE, value=f"+35850000{n:04}")
        care = CareRelationship.objects.create(
            client=client, team=own.rights[0].team, own_worker=own, started_on=BEFORE
        )
        ended = FIRST + timedelta(days=self.chance.randrange(120)) if n % 10 == 9 else None
        path = Pathway.objects.create(
            care=care, client=client, matter="Työikäisten palvelut", opened_on=BEFORE, stage="intensive_support",
            stage_since=BEFORE, ended_on=ended, ending="coping" if ended else "",
        )  # fmt: skip
        person = Person(client, path)
        self._own(person, care, own, n)
        if n % 6 == 0 and own in self.workers:
            pair = self.workers[(n + 3) % 8]
            Assignment.objects.create(care=care, worker=pair, part=Part.PAIR, since=BEFORE)
            person.ties.append((pair.pk, BEFORE, LAST, "pair"))
        return person

    def _own(self, person: Person, care: CareRelationship, own: User, n: int) -> None:
        """Every eighth client changes hands during the year."""
        moved = (
            FIRST + timedelta(days=self.chance.randrange(40, 300))
            if n % 8 == 5 and n < 900
            else None
        )
        until = moved - timedelta(days=1) if moved else None
        OwnWorkerPeriod.objects.create(care=care, worker=own, since=BEFORE, until=until)
        person.ties.append((own.pk, BEFORE, until or LAST, "own"))
        if moved:
            heir = self.workers[(n + 1) % 8]
            OwnWorkerPeriod.objects.create(care=care, worker=heir, since=moved)
            person.ties.append((heir.pk, moved, LAST, "own"))

    def _holidays(self, n: int) -> list[tuple[date, date]]:
        """A week in winter and four in summer, each with a named substitute for every own client."""
        weeks = [
            (FIRST + timedelta(days=100 + 7 * n), 6),
            (FIRST + timedelta(days=240 + 9 * n), 27),
        ]
        spans = [(since, since + timedelta(days=days)) for since, days in weeks]
        for since, until in spans:
            for number, person in enumerate(self.people):
                if person.relation(self.workers[n], since) == "own":
                    other = self.workers[(n + 1 + number % 7) % 8]
                    Substitute.objects.create(
                        care=person.path.care, worker=other, since=since, until=until
                    )
                    person.ties.append((other.pk, since, until, "substitute"))
        return spans

    def is_away(self, user: User, day: date) -> bool:
        return any(since <= day <= until for since, until in self.away[user.pk])

    def stranger(self, **fields: Any) -> Person:
        """One more person of the team's, who stands to the worker as nobody else does."""
        person = self._person(self.workers[0], 950)
        Client.objects.filter(pk=person.client.pk).update(**fields)
        return person

    def excluded(self, person: Person, user: User, reason: str) -> None:
        Exclusion.objects.create(
            client=person.client, user=user, reason=reason, added_by=self.leader
        )
        Exclusion.objects.update(added_at=f"{BEFORE}T00:00:00Z")


REASON = ExclusionReason
