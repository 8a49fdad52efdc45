"""Days to places on the paper, and the marks of the calendar under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from pathways.picture.labels import width_of

SHORTEST = timedelta(days=28)
WEEKS_UNTIL = timedelta(days=120)
WEEKS = (1, 2, 4)
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`first` lies at `left` and `last` at `right`; days outside are drawn on the edge."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def over(cls, first: date, last: date, left: float, right: float) -> Calendar:
        """A young path is given four weeks, so that a day is not as wide as a year."""
        return cls(first, max(last, first + SHORTEST), left, right)

    def x(self, day: date) -> float:
        share = (day - self.first) / (self.last - self.first)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def marks(self, size: float) -> list[tuple[float, str]]:
        """Places and labels (numbers only, so the same in every language): the finest that do not crowd."""
        weeks = (
            [self._weeks(step) for step in WEEKS] if self.last - self.first <= WEEKS_UNTIL else []
        )
        for days in (*weeks, *(self._months(step) for step in MONTHS)):
            marks = [(self.x(day), label) for day, label in days]
            room = max((width_of(label, size) for _x, label in marks), default=0) + 10
            if all(after - before >= room for (before, _a), (after, _b) in pairwise(marks)):
                return marks
        return []

    def _weeks(self, step: int) -> list[tuple[date, str]]:
        """Mondays; for the first months of a path."""
        monday = self.first + timedelta(days=-self.first.weekday() % 7)
        days = range((self.last - monday).days + 1)
        return [
            (day, f"{day.day}.{day.month}.")
            for n in days[:: 7 * step]
            for day in [monday + timedelta(days=n)]
        ]

    def _months(self, step: int) -> list[tuple[date, str]]:
        return [
            (day, f"{day.year}" if step >= 12 else f"{day.month}/{day.year}")
            for day in _firsts(self.first, self.last)
            if (day.year * 12 + day.month - 1) % step == 0
        ]


def _firsts(first: date, last: date) -> Iterator[date]:
    """The first days of the months within."""
    day = first.replace(day=1)
    while day <= last:
        if day >= first:
            yield day
        day = (day + timedelta(days=32)).replace(day=1)
