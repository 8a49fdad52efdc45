"""The visits of one client of a population, and the steps agreed on them."""

from __future__ import annotations

from datetime import date, timedelta

from paku.demo.chance import Chance
from paku.demo.population.keys import OPEN_STEPS, STEP_EVERY, Keys, Known
from paku.demo.population.pools import Pools
from paku.demo.population.sheet import NULL
from paku.demo.population.tables import Tables
from pathways.models import VisitKind

FURTHEST = 30  # days ahead
KILOMETRES = (NULL, "12.0", "48.0", "96.0")


class Visiting:
    """`write(known, contacts, days)`: contacts in days ago, the oldest first; `days[n]` is n days ago."""

    def __init__(
        self, tables: Tables, keys: Keys, pools: Pools, chance: Chance, today: date
    ) -> None:
        self.tables, self.keys, self.pools, self.chance = tables, keys, pools, chance
        self.ahead = [(today + timedelta(days=days)).isoformat() for days in range(FURTHEST + 1)]
        self.kinds = list(VisitKind.objects.on(today).order_by("code").values_list("pk", flat=True))

    def write(self, known: Known, contacts: list[int], days: list[str]) -> None:
        """Every fourth visit has a step that has been done; the last one those that are open."""
        visit = 0
        for number, ago in enumerate(contacts, start=1):
            visit = self._visit(known, days[ago], number)
            if number % STEP_EVERY == 0:
                due = days[max(ago - 7, 1)]
                self._step(known, visit, days[ago], due, done_on=due)
        for _step in range(self.chance.choice(OPEN_STEPS) if contacts else 0):
            late = self.chance.randint(-FURTHEST, min(5, contacts[-1]))
            due = days[late] if late > 0 else self.ahead[-late]
            self._step(known, visit, days[contacts[-1]], due)

    def _visit(self, known: Known, day: str, number: int) -> int:
        chance, visit = self.chance, self.keys.visits.pop()
        at = f"{day} 13:{number % 60:02d}:00+00"
        self.tables.visits.add(
            visit, chance.ref(), known.path, known.worker, chance.choice(self.kinds), day, "t",
            5 * chance.randint(2, 20), chance.choice(KILOMETRES), "t", 1, at,
        )  # fmt: skip
        note, quote = chance.choice(self.pools.notes), chance.choice(self.pools.quotes)
        self.tables.texts.add(visit, 1, known.worker, at, "", note, quote)
        return visit

    def _step(self, known: Known, visit: int, agreed: str, due: str, *, done_on: str = "") -> None:
        step, doer = self.keys.steps.pop(), self.chance.choice((NULL, *known.members))
        what, outcome = self.chance.choice(self.pools.steps)
        ending = (done_on, known.worker, outcome) if done_on else (NULL, NULL, "")
        self.tables.steps.add(
            step, self.chance.ref(), known.client, doer, what, due, agreed, known.worker, *ending
        )
        self.tables.links.add(visit, step)
