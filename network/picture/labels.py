"""Names beside their dots where all of them find room, else in a key below the map: never on each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, sin

from network.picture.boxes import LINE, Box, Label, Taken
from network.picture.people import Person
from network.picture.rings import Rings, Spot
from network.picture.widths import folded_to, width_of

SIZE = 12.0
ROOM = 140.0
MOST_LINES = 4
KEY_GAP = 5.0
NUMBER_ROOM = 26.0


@dataclass(frozen=True, slots=True)
class Key:
    """`labels`: (number, its place, the name); `bottom`: where the key ends."""

    labels: tuple[tuple[int, float, Label], ...]
    bottom: float


def dot_radius(rings: Rings) -> float:
    return rings.pitch * 0.4


def beside(rings: Rings, x: float, y: float, taken: Taken) -> list[Label] | None:
    """One for each spot in their order, or nothing when one of them finds no room. `taken` has the dots already."""
    found: dict[int, Label] = {}
    for spot in sorted(rings.spots, key=lambda spot: (-spot.person.ring, spot.number)):
        lines = _lines(spot.person, ROOM)
        if len(lines) > MOST_LINES:
            return None
        label = next(
            (one for one in _places(spot, lines, x, y, dot_radius(rings)) if taken.take(one.box)),
            None,
        )
        if label is None:
            return None
        found[spot.number] = label
    return [found[spot.number] for spot in rings.spots]


def dot_box(spot: Spot, x: float, y: float, radius: float) -> Box:
    reach = radius + 2
    return Box(x + spot.x - reach, y + spot.y - reach, x + spot.x + reach, y + spot.y + reach)


def _lines(person: Person, room: float) -> tuple[str, ...]:
    """The name, folded; before it the sign of what has become of the person since the other map."""
    if not person.moved:
        return tuple(folded_to(person.name, SIZE, room))
    sign = f"{person.moved} "
    first, *more = folded_to(person.name, SIZE, room - width_of(sign, SIZE)) or [""]
    return sign + first, *more


def _places(spot: Spot, lines: tuple[str, ...], x: float, y: float, radius: float) -> list[Label]:
    """Outwards first, then the other side, below and above; a little further when it is crowded."""
    dx, dy = x + spot.x, y + spot.y
    height = SIZE * LINE * len(lines)
    first = SIZE * 0.95
    outwards = "start" if cos(spot.angle) >= 0 else "end"
    inwards = "end" if outwards == "start" else "start"
    found = []
    for gap in (radius + 4, radius + 14):
        level = dy - height / 2 + first
        for anchor in (outwards, inwards):
            for shift in (0, -SIZE, SIZE):
                side = dx + gap if anchor == "start" else dx - gap
                found.append(Label(lines, side, level + shift, SIZE, anchor))
        below = Label(lines, dx, dy + gap + first, SIZE, "middle")
        above = Label(lines, dx, dy - gap - height + first, SIZE, "middle")
        found += [below, above] if sin(spot.angle) >= 0 else [above, below]
    return found


def key(spots: Sequence[Spot], width: float, top: float) -> Key:
    """Columns of numbers and names, read downwards."""
    columns = 3 if width >= 600 else 2 if len(spots) > 10 else 1
    room = (width - 16) / columns
    each = -(-len(spots) // columns) if spots else 0
    found: list[tuple[int, float, Label]] = []
    bottom = top
    for column in range(columns):
        y = top
        for spot in spots[column * each : (column + 1) * each]:
            lines = _lines(spot.person, room - NUMBER_ROOM - 8)
            left = 8 + column * room
            label = Label(lines, left + NUMBER_ROOM, y + SIZE, SIZE)
            found.append((spot.number, left + NUMBER_ROOM - 6, label))
            y += SIZE * LINE * len(lines) + KEY_GAP
        bottom = max(bottom, y)
    return Key(tuple(found), bottom)
