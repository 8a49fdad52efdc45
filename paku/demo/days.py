"""Dates told as “so many days ago”, always on a working day; the same for everything loaded on one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from paku.kit.dates import HELSINKI, is_working_day


@dataclass(frozen=True)
class Days:
    """Counts from `today` (in Finland)."""

    today: date

    def ago(self, days: int) -> date:
        """That many days before today, or the working day before it. Never today itself."""
        day = self.today - timedelta(days=max(days, 1))
        while not is_working_day(day):
            day -= timedelta(days=1)
        return day

    def plain(self, days: int) -> date:
        """Exactly so many days before today (negative: ahead), whatever the weekday."""
        return self.today - timedelta(days=days)

    def ahead(self, days: int) -> date:
        """That many days from today; 0 is today, others move on to a working day (the past: back to one)."""
        if days < 0:
            return self.ago(-days)
        day = self.today + timedelta(days=days)
        while days and not is_working_day(day):
            day += timedelta(days=1)
        return day

    def past(self, day: date) -> date:
        """The day itself if it is over and was a working day, else the last working day before it and today."""
        return self.ago((self.today - day).days)

    def months(self, behind: int, ahead: int) -> Iterator[date]:
        """First days of the months round today."""
        for step in range(-behind, ahead + 1):
            months = self.today.year * 12 + self.today.month - 1 + step
            yield date(months // 12, months % 12 + 1, 1)

    def nth_weekdays(self, weekday: int, weeks: list[int], behind: int, ahead: int) -> list[date]:
        """Such as first and third Tuesdays (weekday 1, weeks [1, 3]) round today, holidays left out."""
        found = []
        for first in self.months(behind, ahead):
            offset = (weekday - first.weekday()) % 7
            found += [first + timedelta(days=offset + 7 * (week - 1)) for week in weeks]
        return [day for day in found if is_working_day(day)]


def at(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """An instant of the day by Finnish time."""
    return datetime.combine(day, time(hour, minute, second), tzinfo=HELSINKI)
