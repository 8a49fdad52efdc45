"""By what right a paper tells what it tells, in words: “asiakkaan suostumus, 12.10.2026”."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from network.models import Disclosure, PaperRequest
from network.models.grounds import Ground, Telling, newest_consent
from paku.kit.dates import finnish_date
from paku.printing.sections import title_of


def with_day(ground: str, on: date | None) -> str:
    """The ground in the language in force, and the day of the consent where it is one."""
    label = str(Ground(ground).label)
    return f"{label}, {finnish_date(on)}" if on else label


def in_words(tellings: Iterable[Telling]) -> str:
    """One ground by itself; of several each with the sections that it carries: “… 41 §: … (Steps; Members); …”."""
    found = by_ground(tellings)
    said = {ground: with_day(ground, newest_consent(told)) for ground, told in found.items()}
    if len(found) == 1:
        return "".join(said.values())
    return "; ".join(
        f"{said[ground]} ({'; '.join(topics(told))})" for ground, told in found.items()
    )


def of_row(row: Disclosure | PaperRequest) -> str:
    """Of a paper that was given or is asked for; one that names no topics has its one ground."""
    told = row.by_topic
    return in_words(told) if told else with_day(row.ground, row.consent_given_on)


def by_ground(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """In the order in which the paper comes to them."""
    found: dict[str, list[Telling]] = {}
    for one in tellings:
        found.setdefault(one.ground, []).append(one)
    return found


def topics(tellings: Iterable[Telling]) -> list[str]:
    """As the sections are called."""
    return [str(title_of(one.topic) or one.topic) for one in tellings]
