"""Opening hours of the national service directory, as one says them: `ma–pe 9–15, la 10–12.30`."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from network.models.pop_up_series import LONGEST
from paku.kit.dates import finnish_date
from paku.kit.refusals import BadText

ORDER = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS = dict(zip(ORDER, ("ma", "ti", "ke", "to", "pe", "la", "su"), strict=True))
MOST = 150
FEW = 3


def hours(rows: list[dict[str, Any]]) -> str:
    """The usual week, in Finnish as the rest of the directory, then the weeks of a season with their days; other
    exceptions stay where they came from."""
    usual = [row for row in rows if row.get("serviceHourType") == "DaysOfTheWeek"]
    said = [_usual(row) for row in usual if not row.get("validTo")]
    weeks = [one for one in said if one][:1]
    for row in usual:
        if row.get("validTo") and not (_visits_only(rows) and _is_visit(row)):
            week = _usual(row)
            weeks += [f"{_span(row)} {week}"] if week else []
    text = "; ".join(weeks)
    return text if len(text) <= MOST else text[: MOST - 1].rsplit(" ", 1)[0] + "…"


def visits(rows: list[dict[str, Any]]) -> list[str]:
    """`10–14, ti 1.12.2026–26.5.2027`: days of a place that is open by dates only, and opening days of their own."""
    found = []
    for row in rows:
        is_week = row.get("serviceHourType") == "DaysOfTheWeek"
        if is_week and _visits_only(rows) and _is_visit(row):
            found += [
                f"{_times(one)}, {DAYS[str(one.get('dayFrom'))]} {_span(row)}" for one in _open(row)
            ]
        elif row.get("serviceHourType") == "Exceptional" and row.get("isClosed") is False:
            day = _date(row.get("validFrom"))
            if row.get("validTo") in (None, row.get("validFrom")):
                found += [f"{_times(one)}, {finnish_date(day)}" for one in _open(row)]
    return list(dict.fromkeys(found))


def _visits_only(rows: list[dict[str, Any]]) -> bool:
    """No week without an end: then what is dated is a visit, and else a season."""
    usual = [row for row in rows if row.get("serviceHourType") == "DaysOfTheWeek"]
    return all(row.get("validTo") for row in usual)


def _is_visit(row: dict[str, Any]) -> bool:
    """A few named weekdays between two days that are not too far apart."""
    opened = _open(row)
    if not (opened and row.get("validFrom") and row.get("validTo")):
        return False
    is_plain = all(one.get("dayFrom") in ORDER and not one.get("dayTo") for one in opened)
    span = _date(row.get("validTo")) - _date(row.get("validFrom"))
    return is_plain and len(opened) <= FEW and timedelta(0) <= span <= LONGEST


def _open(row: dict[str, Any]) -> list[dict[str, Any]]:
    told = row.get("openingHour")
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def _usual(row: dict[str, Any]) -> str:
    if row.get("isAlwaysOpen") is True:
        return "joka päivä, ympäri vuorokauden"
    if row.get("isReservation") is True:
        return "ajanvarauksella"
    return _week(row.get("openingHour"))


def _span(row: dict[str, Any]) -> str:
    """`1.6.2026–31.8.2026`; without a first day only the last."""
    until = finnish_date(_date(row.get("validTo")))
    since = row.get("validFrom")
    return f"{finnish_date(_date(since))}–{until}" if since else f"–{until}"


def _date(said: Any) -> date:
    """`2026-06-01T00:00:00` → the day."""
    try:
        return date.fromisoformat(str(said or "")[:10])
    except ValueError:
        raise BadText(_("The opening hours name no day of the calendar."), code="hours") from None


def _times(row: dict[str, Any]) -> str:
    return f"{_time(row.get('from'))}–{_time(row.get('to'))}"


def _week(told: Any) -> str:
    """Neighbouring days with the same hours are said together, the morning's before the evening's."""
    by_day: dict[int, list[str]] = {}
    rows = [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []
    for row in sorted(rows, key=lambda row: str(row.get("from") or "")):
        first, last = _day(row.get("dayFrom")), _day(row.get("dayTo") or row.get("dayFrom"))
        for day in range(first, max(first, last) + 1):
            by_day.setdefault(day, []).append(f"{_time(row.get('from'))}–{_time(row.get('to'))}")
    week = [(day, " ja ".join(dict.fromkeys(by_day.get(day, ())))) for day in range(len(ORDER))]
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
    if not (hour.isascii() and hour.isdigit() and len(hour) <= 2 and int(hour) <= 24):
        raise BadText(_("The opening hours name no time of the day."), code="hours")
    if not (minutes.isascii() and minutes.isdigit() and len(minutes) == 2 and int(minutes) < 60):
        raise BadText(_("The opening hours name no time of the day."), code="hours")
    return f"{int(hour)}" if minutes == "00" else f"{int(hour)}.{minutes}"
