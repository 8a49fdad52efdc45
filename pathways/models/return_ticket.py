"""The return ticket: for how long after an end the way back needs no new intake. A clock of the main user's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from paku.reminders.models import Clock
from pathways.models.pathway import Pathway
from pathways.models.stage import Ending

CLOCK = "return_ticket"
WHEN_NO_CLOCK = 365  # as `paku_return_from()` has it
NO_WAY_BACK = (Ending.DIED, Ending.MERGED)


@dataclass(frozen=True, slots=True)
class ReturnTicket:
    """Good until the day, that day included."""

    until: date
    today: date

    @property
    def is_valid(self) -> bool:
        return self.today <= self.until


def ticket_of(
    path: Pathway, today: date, clocks: Mapping[str, int] | None = None
) -> ReturnTicket | None:
    """Of an ended path with its client; none for an open one, for one that was merged into another, and after death.

    One statement unless `clocks` are at hand.
    """
    if path.ended_on is None or path.ending in NO_WAY_BACK or path.client.died_on:
        return None
    days = (Clock.objects.days(today) if clocks is None else clocks).get(CLOCK, WHEN_NO_CLOCK)
    return ReturnTicket(path.ended_on + timedelta(days=days), today)
