"""Half-years by which sums without persons are told: each to the end of the last whole month, so that nobody's answer
is seen by looking today and again tomorrow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from paku.kit.query import Query, words

HALVES = 6


class HalfQuery(Query):
    """Which half-year, as `Half.key` spells it."""

    half = words(limit=6)


@dataclass(frozen=True, slots=True)
class Half:
    """From January to June or from July to December."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"

    @property
    def key(self) -> str:
        """As it stands in an address."""
        return f"{self.year}-{self.number}"

    @property
    def since(self) -> date:
        return date(self.year, 6 * self.number - 5, 1)

    @property
    def until(self) -> date:
        return self.after.since - timedelta(days=1)

    def told_until(self, today: date) -> date:
        """The last day that is counted."""
        return min(self.until, last_told(today))

    @property
    def after(self) -> Half:
        return Half(self.year, 2) if self.number == 1 else Half(self.year + 1, 1)

    @property
    def before(self) -> Half:
        return Half(self.year, 1) if self.number == 2 else Half(self.year - 1, 2)


def half_of(day: date) -> Half:
    """That to which the day belongs."""
    return Half(day.year, 1 if day.month <= 6 else 2)


def last_told(today: date) -> date:
    """The last day of the last whole month."""
    return today.replace(day=1) - timedelta(days=1)


def halves(today: date) -> list[Half]:
    """Those that may be asked for, the newest first."""
    found = [half_of(last_told(today))]
    while len(found) < HALVES:
        found.append(found[-1].before)
    return found


def chosen(key: str, today: date) -> Half:
    """That of the key, else the newest."""
    every = halves(today)
    return next((one for one in every if one.key == key), every[0])


def half_page(query: HalfQuery, today: date) -> tuple[Half, dict[str, Any]]:
    """The half-year that is asked for, and what its page says of it: `half`, `until`, `is_running` and `filters`."""
    half = chosen(query.half, today)
    until = half.told_until(today)
    filters = [
        {"url": query.link(half=one.key), "label": str(one), "current": one == half}
        for one in halves(today)
    ]
    return half, {
        "half": half,
        "until": until,
        "is_running": until < half.until,
        "filters": filters,
    }
