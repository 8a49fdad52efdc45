"""One person of a population: who they are, who is round them, and their path."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from clients.models import Village
from clients.models.own_words import Question
from paku.demo.chance import Chance
from paku.demo.population.keys import MEMBERS, Keys, Known
from paku.demo.population.pools import Pools
from paku.demo.population.sheet import NULL
from paku.demo.population.tables import Tables
from paku.demo.population.visiting import Visiting
from paku.demo.routes import SHARE, WAYS
from pathways.models.stage import Stage

if TYPE_CHECKING:
    from paku.demo.population.population import Worker

SHORTEST, LONGEST = 30, 1095  # days of history
STAGES = Stage.values
HOW_MANY = (8, 14, 18, 12, 8)
MATTER = "Työikäisten palvelut"
CLOSE = ("sisar", "veli", "naapuri", "ystävä")


class Person:
    """`write(worker, visits)` adds a new client of the worker with so many visits."""

    def __init__(
        self, tables: Tables, keys: Keys, pools: Pools, chance: Chance, today: date
    ) -> None:
        self.tables, self.keys, self.pools, self.chance = tables, keys, pools, chance
        self.visiting = Visiting(tables, keys, pools, chance, today)
        self.days = [(today - timedelta(days=ago)).isoformat() for ago in range(LONGEST + 1)]
        places = Village.objects.order_by("municipality__code", "name")
        self.villages = list(places.values_list("pk", "municipality"))
        self.number = 0

    def write(self, worker: Worker, visits: int) -> None:
        """Client, care, network, path, visits and steps."""
        self.number += 1
        began = self.chance.randint(SHORTEST, LONGEST)
        known = Known(
            client=self.keys.clients.pop(),
            care=self.keys.cares.pop(),
            path=self.keys.paths.pop(),
            worker=worker.id,
            members=[self.keys.members.pop() for _member in range(MEMBERS)],
        )
        contacts = sorted((self.chance.randint(1, began) for _visit in range(visits)), reverse=True)
        self._client(known, began)
        self._care(known, worker, self.days[began])
        self._members(known, worker, self.days[began])
        self._path(known, worker, began, self.days[contacts[-1]] if contacts else NULL)
        self.visiting.write(known, contacts, self.days)

    def _client(self, known: Known, began: int) -> None:
        chance, words, names = self.chance, self.pools.words, self.pools.first
        village, municipality = chance.choice(self.villages)
        month, day = chance.randint(1, 12), chance.randint(1, 28)
        born = f"{chance.randint(1950, 2007)}-{month:02d}-{day:02d}"
        advice = chance.choice(words["advice"]) if chance.happens(0.6) else ""
        self.tables.clients.add(
            known.client, chance.ref(), f"{chance.choice(names)} {chance.choice(names)}",
            chance.choice(self.pools.last), "", born, municipality, village, "fi", "fi", "f", "f", advice,
            f"{self.days[began]} 07:00:00+00",
        )  # fmt: skip
        self.tables.points.add(known.client, "phone", f"+35840{self.number:07d}", "")
        for question in chance.sample(Question.values, 3):
            text, said = chance.choice(words[question]), self.days[chance.randint(1, began)]
            at = f"{said} 12:00:00+00"
            self.tables.words.add(known.client, question, text, said, known.worker, at)

    def _care(self, known: Known, worker: Worker, since: str) -> None:
        ref = self.chance.ref()
        self.tables.cares.add(known.care, ref, known.client, worker.team, worker.id, since)
        self.tables.periods.add(known.care, worker.id, since, NULL)

    def _members(self, known: Known, worker: Worker, since: str) -> None:
        """The own worker, two partners and a close person."""
        chance, names = self.chance, self.pools
        close = f"{chance.choice(names.first)} {chance.choice(names.last)}"
        told = [
            ("worker", worker.name, "omatyöntekijä", "", worker.id),
            *(("partner", *partner, NULL) for partner in chance.sample(self.pools.partners, 2)),
            ("close", close, chance.choice(CLOSE), "", NULL),
        ]
        for key, row in zip(known.members, told, strict=True):
            self.tables.members.add(key, chance.ref(), known.client, *row, "", since)

    def _path(self, known: Known, worker: Worker, began: int, last: str) -> None:
        chance = self.chance
        (stage,) = chance.choices(STAGES, HOW_MANY)
        way = chance.choice(WAYS[stage])
        whole, left, before, since = sum(SHARE[one] for one in way), began, "", began
        for one in way:
            since, day = left, self.days[left]
            why, what_next = chance.choice(self.pools.moves[f"{before}>{one}"])
            at = f"{day} 11:00:00+00"
            self.tables.moves.add(known.path, one, day, why, what_next, worker.name, worker.id, at)
            left, before = max(left - int(began * SHARE[one] / whole), 1), one
        how_began = chance.choice(self.pools.words["how_began"])
        self.tables.paths.add(
            known.path, chance.ref(), known.care, known.client, MATTER, how_began, self.days[began],
            stage, self.days[since], last, "",
        )  # fmt: skip
