"""Half-years by which sums without persons are told: each to the end of the last whole month, so that nobody's answer
is seen by looking today and again tomorrow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

HALVES = 6


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

    @property
    def after(self) -> Half:
        return Half(self.year, 2) if self.number == 1 else Half(self.year + 1, 1)

    @property
    def before(self) -> Half:
        return Half(self.year, 1) if self.number == 2 else Half(self.year - 1, 2)


def last_told(today: date) -> date:
    """The last day of the last whole month."""
    return today.replace(day=1) - timedelta(days=1)


def halves(today: date) -> list[Half]:
    """Those that may be asked for, the newest first."""
    told = last_told(today)
    found = [Half(told.year, 1 if told.month <= 6 else 2)]
    while len(found) < HALVES:
        found.append(found[-1].before)
    return found


def chosen(key: str, every: list[Half]) -> Half:
    """That of the key, else the newest."""
    return next((one for one in every if one.key == key), every[0])
