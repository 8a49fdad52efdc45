"""Lines that stop at the words they would run through: the ground under a name stays as it is everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from network.picture.boxes import Box

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]

STEPS = 64
BENDS = 72
GAP = 1.5


def pieces(curve: Curve, boxes: Sequence[Box]) -> list[Curve]:
    """What is left of a curve outside the boxes, from its beginning to its end; all of it when nothing would be."""
    near = [box for box in boxes if box.touches(_around(curve))]
    if not near:
        return [curve]
    seen = [not any(_is_in(_at(curve, step / STEPS), box) for box in near) for step in range(STEPS + 1)]  # fmt: skip
    found: list[Curve] = []
    begun: int | None = None
    for step, is_seen in enumerate([*seen, False]):
        if is_seen and begun is None:
            begun = step
        elif not is_seen and begun is not None:
            if step - 1 > begun:
                found.append(_part(curve, begun / STEPS, (step - 1) / STEPS))
            begun = None
    return found or [curve]


def as_curve(start: Point, end: Point) -> Curve:
    """A straight line as a curve that does not bend."""
    return start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end


def round_pieces(x: float, y: float, radius: float, boxes: Sequence[Box]) -> list[Curve]:
    """A circle in short bends, without those that are under words."""
    turn = 2 * pi / BENDS
    out = radius / cos(turn / 2)
    found: list[Curve] = []
    for place in range(BENDS):
        angles = (place * turn, (place + 0.5) * turn, (place + 1) * turn)
        first, bend, last = (
            (x + reach * cos(angle), y + reach * sin(angle))
            for reach, angle in zip((radius, out, radius), angles, strict=True)
        )
        if not any(_is_in(point, box) for point in (first, bend, last) for box in boxes):
            found.append((first, bend, last))
    return found


def _around(curve: Curve) -> Box:
    across, down = [x for x, _y in curve], [y for _x, y in curve]
    return Box(min(across) - GAP, min(down) - GAP, max(across) + GAP, max(down) + GAP)


def _is_in(point: Point, box: Box) -> bool:
    x, y = point
    return box.left - GAP < x < box.right + GAP and box.top - GAP < y < box.bottom + GAP


def _at(curve: Curve, t: float) -> Point:
    return _blossom(curve, t, t)


def _part(curve: Curve, since: float, until: float) -> Curve:
    return _blossom(curve, since, since), _blossom(curve, since, until), _blossom(curve, until, until)  # fmt: skip


def _blossom(curve: Curve, s: float, t: float) -> Point:
    """Of a quadratic curve: on it where both are the same, its bend where they are two ends."""
    first, bend, last = curve
    shares = ((1 - s) * (1 - t), (1 - s) * t + (1 - t) * s, s * t)
    x, y = (
        sum(share * point[axis] for share, point in zip(shares, (first, bend, last), strict=True))
        for axis in (0, 1)
    )
    return x, y
