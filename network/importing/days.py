"""Days on which a service comes to a place, as one writes them in a cell, dated or by a rule:

    Pihtipudas: kunnantalo, 10–14, 1.12.2026 15.12.2026
    Pihtipudas: kunnantalo, 10–14, joka 2. ti 1.12.2026–30.6.2027
    Kinnula, 9–12, kuukauden 1. ja viimeinen ke 1.1.2027–30.6.2027

In Finnish, Swedish or English. A value is a list of series, each as JSON holds it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.importing.towns import Towns
from network.models import PopUpSeries
from network.models.pop_up_series import LAST, LONGEST, Rhythm
from paku.kit.dates import finnish_date
from paku.kit.fields.dates import read_date
from paku.kit.folding import folded
from paku.kit.refusals import BadText
from paku.kit.text import clean_text

MOST_SERIES = 60
WEEKDAYS = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "sv": ("må", "ti", "on", "to", "fr", "lö", "sö"),
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
}
BY_WORD = {folded(word): day for words in WEEKDAYS.values() for day, word in enumerate(words)}
EACH = {"fi": "joka", "sv": "varje", "en": "every"}
OF_MONTH = {"fi": "kuukauden", "sv": "månadens", "en": "monthly"}
LAST_ONE = {"fi": "viimeinen", "sv": "sista", "en": "last"}
AND = {"fi": "ja", "sv": "och", "en": "and"}
FILLERS = frozenset(map(folded, (*EACH.values(), *AND.values())))
MONTHLY, LAST_WORDS = (frozenset(map(folded, words.values())) for words in (OF_MONTH, LAST_ONE))
DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"
SPAN = re.compile(rf"^(?P<rule>.*?)\s*(?P<since>{DAY})\s*[–—-]\s*(?P<until>{DAY})$", re.ASCII)
NUMBER = re.compile(r"^\d{1,2}$", re.ASCII)
TIMES = re.compile(r"^(\d{1,2})(?:[.:](\d{2}))?\s*[–—-]\s*(\d{1,2})(?:[.:](\d{2}))?$", re.ASCII)


class Rule(NamedTuple):
    """One series in the order of its JSON: days as ISO, times as HH:MM, the municipality by code."""

    code: str
    place: str
    opens: str
    closes: str
    rhythm: str
    every: int
    weekday: int
    nths: list[int]
    since: str
    until: str

    def series(self) -> PopUpSeries:
        """Without its service and municipality."""
        return PopUpSeries(
            place=self.place, opens_at=self.opens, closes_at=self.closes, rhythm=self.rhythm, every=self.every,
            weekday=self.weekday, nths=self.nths, since=date.fromisoformat(self.since),
            until=date.fromisoformat(self.until),
        )  # fmt: skip


def rule_of(series: PopUpSeries) -> list[Any]:
    """What stands in the directory, in the same words."""
    return list(Rule(
        series.municipality.code, series.place, f"{series.opens_at:%H:%M}", f"{series.closes_at:%H:%M}",
        series.rhythm, series.every, series.weekday, sorted(series.nths), series.since.isoformat(),
        series.until.isoformat(),
    ))  # fmt: skip


def pop_up_days(raw: str, towns: Towns) -> list[list[Any]]:
    found: list[list[Any]] = []
    for part in raw.split("|"):
        if part.strip():
            found += [list(rule) for rule in _read(part.strip(), towns) if list(rule) not in found]
    if len(found) > MOST_SERIES:
        raise _bad(_("There are too many days in one cell; tell them by a rule."))
    return sorted(found)


def as_pop_up_days(value: Any, towns: Towns | None) -> str:
    return " | ".join(_said(Rule(*one), towns) for one in value)


def _read(part: str, towns: Towns) -> list[Rule]:
    pieces = [piece.strip() for piece in part.rsplit(",", 2)]
    if len(pieces) != 3:
        raise _bad(_("Write days as in the template: place, time, day or rule."))
    where, times, when = pieces
    town, _colon, place = where.partition(":")
    code = towns.code(town)
    place = clean_text(place, multiline=False, limit=120) or towns.name(code)
    opens, closes = _times(times)
    span = SPAN.match(when)
    if span is None:
        days = sorted({_day(said) for said in when.split()})
        return [
            Rule(code, place, opens, closes, Rhythm.ONCE.value, 1, day.weekday(), [], day.isoformat(), day.isoformat())
            for day in days
        ]  # fmt: skip
    since, until = _day(span["since"]), _day(span["until"])
    rhythm, every, weekday, nths = _rhythm(span["rule"])
    rule = Rule(
        code, place, opens, closes, rhythm, every, weekday, nths, since.isoformat(), until.isoformat()
    )  # fmt: skip
    if not since <= until <= since + LONGEST:
        raise _bad(_("The last day is after the first, within a year and a half."))
    if not rule.series().dates():
        raise _bad(_("No day of this kind comes between these two days."))
    return [rule]


def _rhythm(said: str) -> tuple[str, int, int, list[int]]:
    words = [folded(word.strip(".")) for word in said.split()]
    weekdays = [BY_WORD[word] for word in words if word in BY_WORD]
    numbers = [int(word) for word in words if NUMBER.match(word)]
    is_monthly = any(word in MONTHLY for word in words)
    known = FILLERS | MONTHLY | LAST_WORDS | BY_WORD.keys()
    if len(weekdays) != 1 or any(word not in known and not NUMBER.match(word) for word in words):
        raise _bad(_("The rule names one weekday, as in the template."))
    if is_monthly:
        nths = sorted({*numbers, *(LAST for word in words if word in LAST_WORDS)})
        if not nths or nths[0] < 1 or nths[-1] > LAST:
            raise _bad(_("Tell which weekday of the month: 1.–4. or the last."))
        return Rhythm.MONTH.value, 1, weekdays[0], nths
    every = numbers[0] if numbers else 1
    if len(numbers) > 1 or not 1 <= every <= 12:
        raise _bad(_("Tell after how many weeks it comes again, 1–12."))
    return Rhythm.WEEKS.value, every, weekdays[0], []


def _times(said: str) -> tuple[str, str]:
    found = TIMES.match(said)
    if found is None:
        raise _bad(_("Write the time as 10–14 or 9.30–12."))
    hours = int(found[1]), int(found[3])
    minutes = int(found[2] or 0), int(found[4] or 0)
    if max(hours) > 23 or max(minutes) > 59:
        raise _bad(_("Write the time as 10–14 or 9.30–12."))
    opens, closes = (f"{h:02}:{m:02}" for h, m in zip(hours, minutes, strict=True))
    if closes <= opens:
        raise _bad(_("It ends after it begins."))
    return opens, closes


def _day(said: str) -> date:
    try:
        return read_date(said)
    except ValidationError as bad:
        raise _bad(" ".join(bad.messages)) from None


def _said(rule: Rule, towns: Towns | None) -> str:
    language = (get_language() or "fi")[:2]
    town = towns.name(rule.code) if towns else rule.code
    times = "–".join(_clock(one) for one in (rule.opens, rule.closes))
    since, until = (finnish_date(date.fromisoformat(day)) for day in (rule.since, rule.until))
    if rule.rhythm == Rhythm.ONCE:
        return f"{town}: {rule.place}, {times}, {since}"
    weekday = WEEKDAYS[language][rule.weekday]
    if rule.rhythm == Rhythm.MONTH:
        nths = [LAST_ONE[language] if nth == LAST else f"{nth}." for nth in rule.nths]
        words = [OF_MONTH[language], f" {AND[language]} ".join(nths), weekday]
    else:
        words = [EACH[language], *([f"{rule.every}."] if rule.every > 1 else []), weekday]
    return f"{town}: {rule.place}, {times}, {' '.join(words)} {since}–{until}"


def _clock(said: str) -> str:
    hour, _colon, minutes = said.partition(":")
    return str(int(hour)) if minutes == "00" else f"{int(hour)}.{minutes}"


def _bad(sentence: str) -> BadText:
    return BadText(sentence, code="days")
