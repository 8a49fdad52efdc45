"""The road itself: level within a stage, a smooth bend at each move, and gentler when it goes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pathways.models.stage import Ending
from pathways.picture.layout import LEAD, Layout
from pathways.picture.stretches import Path, Stretch

BEND, BEND_BACK = 24.0, 44.0
AHEAD = 18.0


@dataclass(frozen=True, slots=True)
class Point:
    """Where a move arrives, and until where its stage is level."""

    stretch: Stretch
    x: float
    y: float
    level_until: float


def points(layout: Layout, found: Sequence[Stretch], last: date) -> list[Point]:
    """One per stretch, never to the left of the one before it."""
    places = [layout.calendar.x(stretch.since) for stretch in found]
    made = []
    for number, stretch in enumerate(found):
        if number + 1 < len(found):
            level = places[number + 1] - _bend(
                found[number + 1], places[number], places[number + 1]
            )
        else:
            level = max(layout.calendar.x(last), places[number])
        made.append(Point(stretch, places[number], layout.y(stretch.stage), level))
    return made


def line(layout: Layout, road: Sequence[Point], path: Path) -> str:
    """The whole road as the `d` of an SVG path: it comes from outside services."""
    if not road:
        return ""
    x, y = road[0].x - LEAD, layout.outside
    drawn = [f"M{n(x)} {n(y)}"]
    for point in road:
        drawn.append(_curve(x, y, point.x, point.y))
        x, y = point.level_until, point.y
        drawn.append(f"H{n(x)}")
    if path.ending == Ending.COPING:
        drawn.append(_curve(x, y, x + AHEAD, layout.coping))
    return "".join(drawn)


def ahead(road: Sequence[Point]) -> str:
    """The way that is still ahead, for an open path."""
    return f"M{n(road[-1].level_until)} {n(road[-1].y)}h{n(AHEAD)}" if road else ""


def n(value: float) -> str:
    """A number as short as it is exact enough, and always spelt the same."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _bend(to: Stretch, before: float, at: float) -> float:
    """How far before the move the line begins to turn; less where moves lie close."""
    return min(BEND_BACK if to.is_back else BEND, (at - before) * 0.85)


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f"C{n(middle)} {n(y)} {n(middle)} {n(to_y)} {n(to_x)} {n(to_y)}"
