"""The lines of a log report as rows of its tables: what one worker did in the same way on one day is one row with all
its times, so that nothing is left out and the paper stays short; and the parts into which a long one is split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime

from clients.lookers import Told

# The press makes a part in 3 to 4 seconds when it is alone; its limit is a minute. All of them in one go take half a
# minute, and are no more than what one person may have pressed in ten.
ROWS_OF_A_PART = 1_200
MOST_PARTS = 7


@dataclass(frozen=True, slots=True)
class Row:
    """One or more lines that differ in nothing but the minute, the newest first."""

    lines: tuple[Told, ...]

    @property
    def told(self) -> Told:
        return self.lines[0]

    @property
    def day(self) -> date:
        return localtime(self.told.at).date()

    @property
    def times(self) -> str:
        """“9.02, 9.40 (3)”: earliest first; more than once within a minute is counted."""
        minutes = Counter(_minute(line.at) for line in reversed(self.lines))
        return ", ".join(
            minute if times == 1 else f"{minute} ({times})" for minute, times in minutes.items()
        )


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who is on the paper, as they then were."""

    name: str
    role: str
    unit: str


def rows(lines: Iterable[Told]) -> list[Row]:
    """The newest day first; within a day by what was done last."""
    found = []
    for _day, of_day in groupby(lines, key=lambda line: localtime(line.at).date()):
        alike: dict[tuple[object, ...], list[Told]] = {}
        for line in of_day:
            alike.setdefault(astuple(line)[1:], []).append(line)
        found += [Row(tuple(group)) for group in alike.values()]
    return found


def parts(found: Sequence[Row]) -> list[list[Row]]:
    """At least one, even of nothing; as even as may be, so that none is a leaf of three lines."""
    number = max(-(-len(found) // ROWS_OF_A_PART), 1)
    size = max(-(-len(found) // number), 1)
    return [list(found[at : at + size]) for at in range(0, len(found), size)] or [[]]


def workers(found: Iterable[Row]) -> list[Worker]:
    """Each once, by name: their roles and units are told here and not on every row."""
    return sorted(
        {Worker(row.told.who, row.told.role, row.told.unit) for row in found},
        key=lambda worker: (worker.name.casefold(), worker.role, worker.unit),
    )


def by_month(found: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """(“Marraskuu 2026”, its rows): short tables are quicker to lay out and easier to find one's way in."""
    return [
        (capfirst(month), list(of_month))
        for month, of_month in groupby(found, key=lambda row: date_format(row.day, "F Y"))
    ]


def _minute(at: datetime) -> str:
    return date_format(localtime(at), "H.i")
