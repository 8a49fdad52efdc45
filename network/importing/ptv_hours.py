"""Opening hours of the national service directory, as one says them: `ma–pe 9–15, la 10–12.30`."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from paku.kit.refusals import BadText

ORDER = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS = dict(zip(ORDER, ("ma", "ti", "ke", "to", "pe", "la", "su"), strict=True))
MOST = 150


def hours(rows: list[dict[str, Any]]) -> str:
    """The usual week, in Finnish as the rest of the directory; exceptions stay where they came from."""
    usual = [row for row in rows if row.get("serviceHourType") == "DaysOfTheWeek"]
    for row in usual:
        if row.get("isAlwaysOpen") is True:
            return "joka päivä, ympäri vuorokauden"
        if row.get("isReservation") is True:
            return "ajanvarauksella"
        if said := _week(row.get("openingHour")):
            return said[:MOST]
    return ""


def _week(told: Any) -> str:
    """Neighbouring days with the same hours are said together."""
    by_day: dict[int, list[str]] = {}
    for row in told if isinstance(told, list) else []:
        if not isinstance(row, dict):
            continue
        first, last = _day(row.get("dayFrom")), _day(row.get("dayTo") or row.get("dayFrom"))
        for day in range(first, max(first, last) + 1):
            by_day.setdefault(day, []).append(f"{_time(row.get('from'))}–{_time(row.get('to'))}")
    week = [(day, " ja ".join(sorted(set(by_day.get(day, ()))))) for day in range(len(ORDER))]
    runs = [
        (times, [day for day, _t in run]) for times, run in groupby(week, key=lambda one: one[1])
    ]
    return ", ".join(f"{_days(days)} {times}" for times, days in runs if times)


def _days(days: list[int]) -> str:
    names = [DAYS[ORDER[day]] for day in days]
    return names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"


def _day(said: Any) -> int:
    if said not in ORDER:
        raise BadText(_("The opening hours name no weekday."), code="hours")
    return ORDER.index(said)


def _time(said: Any) -> str:
    """`09:30:00` → `9.30`."""
    hour, _colon, rest = str(said or "").partition(":")
    minutes = rest[:2]
    if not (hour.isascii() and hour.isdigit() and int(hour) <= 24 and len(hour) <= 2):
        raise BadText(_("The opening hours name no time of the day."), code="hours")
    if not (minutes.isascii() and minutes.isdigit() and len(minutes) == 2 and int(minutes) < 60):
        raise BadText(_("The opening hours name no time of the day."), code="hours")
    return f"{int(hour)}" if minutes == "00" else f"{int(hour)}.{minutes}"
