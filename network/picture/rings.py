"""Where the dots stand: the part of the map gives the direction, the ring the distance from the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, pi, sin

from network.models.tie import Ring, Sector
from network.picture.people import Person

CLOCKWISE = (Sector.CLOSE, Sector.SERVICES, Sector.COMMUNITY)
LEAST_SPAN = 0.55  # of an even share
PITCHES = range(27, 12, -1)


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot; the middle of the map is (0, 0), `angle` in radians."""

    person: Person
    number: int
    x: float
    y: float
    angle: float


@dataclass(frozen=True, slots=True)
class Rings:
    """`borders`: outer edges of the three rings; `edges`: angles between the parts; `pitch`: room for a dot."""

    middle: float
    borders: tuple[float, ...]
    edges: tuple[float, ...]
    pitch: float
    spots: tuple[Spot, ...]


def laid_out(people: Sequence[Person], radius: float) -> Rings:
    """`people` in their order. Dots get smaller only when they would not fit otherwise."""
    tried = (_tried(people, radius, float(pitch)) for pitch in PITCHES)
    for found in tried:
        if found.borders[-1] <= radius:
            return found
    return _tried(people, radius, float(PITCHES[-1]))


def _spans(people: Sequence[Person]) -> dict[Sector, float]:
    """More people, more room; nobody's part vanishes."""
    even = 2 * pi / len(CLOCKWISE)
    counts = {part: sum(one.sector == part for one in people) for part in CLOCKWISE}
    rest = 2 * pi - len(CLOCKWISE) * even * LEAST_SPAN
    total = len(people) or 1
    share = {part: counts[part] / total if people else 1 / len(CLOCKWISE) for part in CLOCKWISE}
    return {part: even * LEAST_SPAN + rest * share[part] for part in CLOCKWISE}


def _tried(people: Sequence[Person], radius: float, pitch: float) -> Rings:
    spans = _spans(people)
    starts: dict[Sector, float] = {}
    at = -pi / 2 - spans[CLOCKWISE[0]] / 2
    for part in CLOCKWISE:
        starts[part] = at
        at += spans[part]
    middle = min(34.0, radius * 0.17)
    least = (radius - middle) / len(Ring)
    borders: list[float] = []
    places: dict[Person, tuple[float, float, float]] = {}
    inner = middle
    for ring in Ring:
        here = {part: _crowd(people, part, ring) for part in CLOCKWISE}
        rows = _rows(here, spans, inner, pitch)
        thickness = max(least, rows * pitch + pitch * 0.6)
        for part, crowd in here.items():
            places |= _placed(crowd, starts[part], spans[part], inner, thickness, rows, pitch)
        inner += thickness
        borders.append(inner)
    spots = _own_angles(people, starts, spans, borders, middle, pitch) or [
        Spot(one, number, *places[one]) for number, one in enumerate(people, 1)
    ]
    return Rings(middle, tuple(borders), tuple(starts.values()), pitch, tuple(spots))


def _crowd(people: Sequence[Person], part: Sector, ring: int) -> list[Person]:
    return [one for one in people if one.sector == part and one.ring == ring]


def _rows(here: dict[Sector, list[Person]], spans: dict[Sector, float], inner: float, pitch: float) -> int:  # fmt: skip
    """As few rows within the ring as hold everybody of its fullest part."""
    rows = 1
    while any(
        sum(_holds(spans[part], inner + pitch * (0.8 + row), pitch) for row in range(rows)) < len(crowd)
        for part, crowd in here.items()
    ):  # fmt: skip
        rows += 1
    return rows


def _holds(span: float, distance: float, pitch: float) -> int:
    """How many dots one row of one part takes: so few that straight lines between them are long enough too."""
    return max(int(span * distance / (pitch * 1.04)), 1)


def _placed(
    crowd: list[Person], start: float, span: float, inner: float, thickness: float, rows: int, pitch: float
) -> dict[Person, tuple[float, float, float]]:  # fmt: skip
    """Row by row from outside, each row evenly."""
    spare = thickness - rows * pitch
    found: dict[Person, tuple[float, float, float]] = {}
    left = list(crowd)
    for row in reversed(range(rows)):
        room = [_holds(span, inner + pitch * (0.8 + r), pitch) for r in range(row + 1)]
        take = min(room[-1], -(-len(left) * room[-1] // sum(room)))
        distance = inner + spare / 2 + pitch * (row + 0.5)
        here, left = left[:take], left[take:]
        for place, one in enumerate(here):
            angle = start + span * (place + 0.5) / len(here)
            found[one] = (distance * cos(angle), distance * sin(angle), angle)
    return found


def _own_angles(
    people: Sequence[Person], starts: dict[Sector, float], spans: dict[Sector, float], borders: list[float],
    middle: float, pitch: float,
) -> list[Spot] | None:  # fmt: skip
    """Where there are few: everybody in a direction of their own, so that no line runs under another dot."""
    edges = [middle, *borders]
    found: list[Spot] = []
    for part in CLOCKWISE:
        turns: list[tuple[float, int, Person]] = []
        for ring in Ring:
            crowd = _crowd(people, part, ring)
            turns += [((place + 0.5) / len(crowd), ring, one) for place, one in enumerate(crowd)]
        turns.sort(key=lambda turn: turn[:2])
        for place, (_share, at, one) in enumerate(turns):
            angle = starts[part] + spans[part] * (place + 0.5) / len(turns)
            distance = (edges[at - 1] + edges[at]) / 2
            number = people.index(one) + 1
            found.append(Spot(one, number, distance * cos(angle), distance * sin(angle), angle))
    near = (hypot(a.x - b.x, a.y - b.y) for a, b in combinations(found, 2))
    if any(distance < pitch for distance in near):
        return None
    return sorted(found, key=lambda spot: spot.number)
