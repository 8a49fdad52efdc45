"""Visits as dots over the calendar: filled where they met, hollow where it was tried; heaped when many are close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from pathways.picture.calendar import Calendar
from pathways.picture.road import n
from pathways.picture.stretches import Visit

PITCH = 7.0
HIGHEST = 7


@dataclass(frozen=True, slots=True)
class Footsteps:
    """`met` and `tried` are the `d` of two SVG paths; one dot stands for `each` visits at most."""

    met: str
    tried: str
    each: int


def footsteps(visits: Iterable[Visit], calendar: Calendar, base: float) -> Footsteps:
    """Heaps of at most seven dots standing on `base`."""
    heaps: dict[int, list[int]] = {}
    for visit in visits:
        place = int((calendar.x(visit.on) - calendar.left) // PITCH)
        heaps.setdefault(place, [0, 0])[0 if visit.met else 1] += 1
    each = _each(heaps)
    met: list[str] = []
    tried: list[str] = []
    for place, (times_met, times_tried) in sorted(heaps.items()):
        x = calendar.left + (place + 0.5) * PITCH
        filled, hollow = ceil(times_met / each), ceil(times_tried / each)
        met += [f"M{n(x)} {n(base - PITCH * step)}h.1" for step in range(filled)]
        tried += [
            f"M{n(x - 2)} {n(base - PITCH * step)}a2 2 0 1 0 4 0a2 2 0 1 0-4 0"
            for step in range(filled, filled + hollow)
        ]
    return Footsteps("".join(met), "".join(tried), each)


def _each(heaps: dict[int, list[int]]) -> int:
    """The smallest number of visits to a dot with which no heap is too high."""
    each = 1
    while any(ceil(met / each) + ceil(tried / each) > HIGHEST for met, tried in heaps.values()):
        each += 1
    return each
