"""Putting the map together, from the back to the front."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import cos, hypot, sin

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from network.models.tie import Sector
from network.picture import labels, shapes
from network.picture.boxes import Box, Label, Taken
from network.picture.legend import legend
from network.picture.paper import as_the_press_needs
from network.picture.people import Moved, Person
from network.picture.rings import Rings, Spot, laid_out
from network.picture.shapes import drawn, n
from network.picture.words import picture_words

NARROWEST, WIDEST = 300, 1200
EDGE, TOP, TITLE = 8.0, 24.0, 12.5
WIDE_RADIUS = 205.0
RINGS = ("#f4f1e9", "#faf8f3", "#f4f1e9")


def map_picture(
    people: Sequence[Person], talks: Collection[tuple[int, int]], *, width: int, name: str, shows_marks: bool = True,
    on_paper: bool = False,
) -> SafeString:  # fmt: skip
    """The SVG, `width` units wide (about 330 for a phone, 760 for a page or paper): a pure function.

    `people` in their order (`in_order`), `talks` pairs of their keys; `name` tells two maps on one page apart.
    `shows_marks`: the legend explains the signs of the ledger; without it every mark is to be NOTHING.
    `on_paper`: for the press, which cannot set what is read from the right.
    """
    drawn_map = Map(people, talks, width, shows_marks=shows_marks)
    drawn_map.on_paper = on_paper
    return drawn_map.svg(name)


class Map:
    """All places of one map. `told`: every label in it."""

    on_paper = False

    def __init__(
        self, people: Sequence[Person], talks: Collection[tuple[int, int]], width: int, *, shows_marks: bool = True
    ) -> None:  # fmt: skip
        self.people, self.talks = people, sorted(talks)
        self.width = float(min(max(width, NARROWEST), WIDEST))
        wanted = min(self.width / 2 - EDGE, WIDE_RADIUS)
        self.rings: Rings = laid_out(people, wanted)
        self.radius = max(self.rings.borders[-1], wanted)
        self.width = max(self.width, 2 * (self.radius + EDGE))
        self.x, self.y = self.width / 2, TOP + self.radius
        self.dot = labels.dot_radius(self.rings)
        self.titles = self._titles()
        self.names = self._names()
        bottom = self.y + self.radius + 14
        self.key = None if self.names else labels.key(self.rings.spots, self.width, bottom)
        below = self.key.bottom + 4 if self.key else bottom
        moved = sorted({one.moved for one in people if one.moved}, key=list(Moved).index)
        self.legend, legend_labels, self.height = legend(
            self.width, below, shows_marks=shows_marks, moved=moved
        )
        self.named = [label.box for label in self.names or ()]
        named = self.names or [label for _number, _x, label in (self.key.labels if self.key else ())]  # fmt: skip
        self.told: list[Label] = [*self.titles, *named, *legend_labels]

    def _titles(self) -> list[Label]:
        """Each part is named at its corner."""
        low = self.y + self.radius - 2
        left, right = max(EDGE, self.x - self.radius), min(self.width - EDGE, self.x + self.radius)
        return [
            Label((_title(Sector.CLOSE),), self.x, 15.0, TITLE, "middle"),
            Label((_title(Sector.SERVICES),), right, low, TITLE, "end"),
            Label((_title(Sector.COMMUNITY),), left, low, TITLE, "start"),
        ]

    def _names(self) -> list[Label] | None:
        edge = Box(EDGE / 2, 2, self.width - EDGE / 2, self.y + self.radius + 10)
        middle = self.rings.middle
        fixed = [label.box for label in self.titles]
        fixed += [labels.dot_box(spot, self.x, self.y, self.dot) for spot in self.rings.spots]
        fixed.append(Box(self.x - middle, self.y - middle, self.x + middle, self.y + middle))
        return labels.beside(self.rings, self.x, self.y, Taken(edge, fixed))

    def svg(self, name: str) -> SafeString:
        return format_html(
            '<svg xmlns="http://www.w3.org/2000/svg" class="network-map" role="img"'
            ' aria-labelledby="map-title-{id} map-words-{id}" viewBox="0 0 {width} {height}" width="{width}"'
            ' height="{height}" font-family="Paku Sans, Paku Arabic, sans-serif" fill="#1f282b">'
            '<title id="map-title-{id}">{title}</title>'
            '<desc id="map-words-{id}">{words}</desc>{parts}</svg>\n',
            id=name, width=n(self.width), height=n(self.height), title=_("Network map"),
            words=picture_words(self.people, self.talks),
            parts=drawn([
                self._ground(), self._lines(), self._dots(), self._words(), self.legend,
            ]),
        )  # fmt: skip

    def _ground(self) -> SafeString:
        rings = self.rings
        parts = [
            shapes.ring(self.x, self.y, radius, fill, around=self.named)
            for radius, fill in reversed(list(zip(rings.borders, RINGS, strict=True)))
        ]
        for angle in rings.edges:
            reach = rings.borders[-1]
            parts.append(shapes.straight(
                "border", self.x + rings.middle * cos(angle), self.y + rings.middle * sin(angle),
                self.x + reach * cos(angle), self.y + reach * sin(angle), around=self.named,
            ))  # fmt: skip
        return drawn(parts)

    def _lines(self) -> SafeString:
        """From the person to everybody, and bows between those who talk."""
        by_key = {spot.person.key: spot for spot in self.rings.spots}
        spokes = [
            shapes.straight(
                f"spoke {spot.person.strength}", self.x, self.y, self.x + spot.x, self.y + spot.y, spot.person.strength,
                around=self.named,
            )
            for spot in self.rings.spots
        ]  # fmt: skip
        bows = [
            self._bow(by_key[one], by_key[other])
            for one, other in self.talks
            if one in by_key and other in by_key
        ]
        return drawn([*spokes, *bows])

    def _bow(self, one: Spot, other: Spot) -> SafeString:
        """Bent away from the middle, so that it does not run through the person."""
        half_x, half_y = (one.x + other.x) / 2, (one.y + other.y) / 2
        away = hypot(half_x, half_y)
        far = hypot(one.x - other.x, one.y - other.y) * 0.16
        if away < 1:
            across_x, across_y = -(other.y - one.y), other.x - one.x
            half_x, half_y, away = across_x, across_y, hypot(across_x, across_y) or 1.0
            bend = (half_x / away * far * 2, half_y / away * far * 2)
        else:
            bend = (half_x * (1 + far / away), half_y * (1 + far / away))
        return shapes.bow(
            self.x + one.x, self.y + one.y, (self.x + bend[0], self.y + bend[1]), self.x + other.x, self.y + other.y,
            around=self.named,
        )  # fmt: skip

    def _dots(self) -> SafeString:
        middle = self.rings.middle
        me = Label((_("me"),), self.x, self.y + 4.5, 13.0, "middle")
        parts = [shapes.ring(self.x, self.y, middle, shapes.PAPER), shapes.words(me, "me", weight="700")]  # fmt: skip
        parts += [
            shapes.dot(self.x + spot.x, self.y + spot.y, self.dot, spot.person.mark, str(spot.number))
            for spot in self.rings.spots
        ]  # fmt: skip
        parts += [
            shapes.halo(self.x + spot.x, self.y + spot.y, self.dot)
            for spot in self.rings.spots
            if spot.person.moved
        ]
        return drawn(parts)

    def _words(self) -> SafeString:
        parts = [shapes.words(label, "title", weight="600") for label in self.titles]
        if self.names is not None:
            parts += [self._name(label) for label in self.names]
        for number, right, label in self.key.labels if self.key else ():
            told = Label((str(number),), right, label.y, label.size, "end")
            parts += [shapes.words(told, "name", weight="600"), self._name(label)]
        return drawn(parts)

    def _name(self, label: Label) -> SafeString:
        return shapes.words(as_the_press_needs(label) if self.on_paper else label, "name")


def _title(part: Sector) -> str:
    label = str(part.label)
    return label[:1].upper() + label[1:]
