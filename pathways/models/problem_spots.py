"""Where help does not reach: breaks summed by kind, actor and municipality, without persons, by half-year.

A cell of fewer than five persons is left out by the database itself (migrations 0220 and 0230). What one's own team has
seen in the area without a person is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import connection
from django.db.models import Count
from django.db.models.functions import Coalesce, Lower

from clients.models import Municipality
from pathways.models.break_kind import BreakKind
from pathways.models.improvement import Improvement
from pathways.models.path_break import PathBreak

AFTER, BEFORE = "after", "before"
MONTHS = 6  # on either side of the month of the change


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell: `days` that at least five persons lost in the half-year altogether."""

    kind: BreakKind
    actor: str
    municipality: Municipality | None
    people: int
    marks: int
    days: int

    @property
    def key(self) -> str:
        """As the cell stands in an address, where no actor's name belongs."""
        return key_of(self.kind.code, self.actor, self.place)

    @property
    def place(self) -> str:
        return self.municipality.code if self.municipality else ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the team has seen without a person."""

    kind: BreakKind
    actor: str
    municipality: Municipality | None
    times: int


@dataclass(frozen=True, slots=True)
class Window:
    """Days lost in whole months before or after a change, in tens; `days` None: of fewer than five persons, so not
    told."""

    months: int
    days: int | None

    @property
    def a_month(self) -> int | None:
        return None if self.days is None else round(self.days / self.months)


@dataclass(frozen=True, slots=True)
class Measured:
    """What there is to compare; either side may be missing yet. `meanwhile`: what else was changed at the same spot
    within the months that are compared, so that nobody can say which of them the figures tell of."""

    before: Window | None = None
    after: Window | None = None
    meanwhile: tuple[Improvement, ...] = ()

    @property
    def change(self) -> int | None:
        """Days a month less (below zero) or more; None where either figure is not told."""
        sides = (self.before, self.after)
        told = [one.a_month for one in sides if one and one.a_month is not None]
        return told[1] - told[0] if len(told) == len(sides) else None


def key_of(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Names:
    """Of the code lists, by code: kinds as worded last."""

    kinds: dict[str, BreakKind]
    places: dict[str, Municipality]


def names() -> Names:
    """Two statements; asked once for all that a page tells."""
    return Names(
        kinds={kind.code: kind for kind in BreakKind.objects.order_by("since")},
        places={place.code: place for place in Municipality.objects.all()},
    )


def problem_spots(since: date, until: date, named: Names) -> list[Spot]:
    """The most days lost first; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, actor, place, people, marks, days FROM paku_break_sums(%s, %s)"
            " ORDER BY days DESC, marks DESC, kind, actor, place",
            [since, until],
        )
        rows = cursor.fetchall()
    return [
        Spot(named.kinds[kind], actor, named.places.get(place), *figures)
        for kind, actor, place, *figures in rows
    ]


def seen_in_area(user: Any, since: date, until: date, named: Names) -> list[Seen]:
    """Observations of the user's own teams; one statement."""
    actor = Coalesce("service__organisation__name", "organisation__name", Lower("actor_words"))
    found = PathBreak.objects.of_area(user).filter(is_mistake=False)
    during = found.filter(since__lte=until).exclude(until__lt=since)
    groups = during.annotate(whose=actor).order_by()
    cells = groups.values_list("kind__code", "whose", "municipality__code").annotate(Count("pk"))
    seen = [
        Seen(named.kinds[kind], whose, named.places.get(place or ""), times)
        for kind, whose, place, times in cells
    ]
    return sorted(seen, key=lambda one: (-one.times, one.kind.order, one.actor))


def measured(last_day: date) -> dict[int, Measured]:
    """By improvement: days lost in the six months before the month of the change and in up to six after; one
    statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT item, side, months, days FROM paku_improvements_measured(%s)",
            [last_day],
        )
        rows = cursor.fetchall()
    found: dict[int, dict[str, Window]] = {}
    for item, side, *figures in rows:
        found.setdefault(item, {})[side] = Window(*figures)
    return {item: Measured(sides.get(BEFORE), sides.get(AFTER)) for item, sides in found.items()}


def board_of(rows: Iterable[Improvement], last_day: date) -> list[tuple[Improvement, Measured]]:
    """Each with its figures and with what else was changed at the same time."""
    figures, every = measured(last_day), list(rows)
    return [
        (row, replace(figures.get(row.pk, Measured()), meanwhile=_meanwhile(row, every)))
        for row in every
    ]


def _meanwhile(row: Improvement, every: Iterable[Improvement]) -> tuple[Improvement, ...]:
    """Changed at the same spot from the first month that is compared to the last."""
    if row.kind is None or row.changed_on is None:
        return ()
    month = _month(row.changed_on)
    return tuple(
        one
        for one in every
        if one.pk != row.pk
        and one.kind is not None
        and one.changed_on is not None
        and _cell(one) == _cell(row)
        and abs(_month(one.changed_on) - month) <= MONTHS
    )


def _cell(row: Improvement) -> tuple[str, str, int | None]:
    return row.kind.code if row.kind else "", row.actor, row.municipality_id


def _month(day: date) -> int:
    return day.year * 12 + day.month
