"""3X10D item by item, from before to now: a small line each, the same on a page and on paper (decisions 0009, 0036).

No sum, no mean, no order of persons. What a worker filled in alone is left out. The bands are Diak's, the words ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from paku.kit.dates import finnish_date
from pathways.models.ten_dimensions import ITEMS, MOST, TenDimensions

WIDTH, HEIGHT, EDGE = 260, 84, 14
BANDS = (("low", 0, 5, "#fbe7e4"), ("middle", 6, 7, "#fbeecf"), ("high", 8, 10, "#e9f0dc"))


@dataclass(frozen=True, slots=True)
class Told:
    """One answer on its day."""

    on: date
    value: int

    @property
    def band(self) -> str:
        return next(name for name, _low, high, _fill in BANDS if self.value <= high)

    @property
    def words(self) -> str:
        """What the number says of how things are for the person; in words, since colour alone says nothing."""
        return {
            "low": _("not satisfied yet"),
            "middle": _("fairly satisfied"),
            "high": _("satisfied"),
        }[self.band]


@dataclass(frozen=True, slots=True)
class Line:
    """One item over time, in order; `before` None when it has been asked once."""

    label: str
    told: tuple[Told, ...]

    @property
    def now(self) -> Told:
        return self.told[-1]

    @property
    def before(self) -> Told | None:
        return self.told[0] if len(self.told) > 1 else None

    @property
    def svg(self) -> SafeString:
        return line_picture(self)


def lines(sheets: Sequence[TenDimensions]) -> list[Line]:
    """`sheets` the oldest first. An own item is a line of its own by its words; what was never answered has none."""
    told: dict[str, list[Told]] = {}
    for sheet in sheets:
        if sheet.is_alone:
            continue
        for item in ITEMS:
            _add(told, capfirst(TenDimensions.label_of(item)), sheet.on, getattr(sheet, item))
        _add(told, sheet.own_item, sheet.on, sheet.own_value)
    order = [capfirst(TenDimensions.label_of(item)) for item in ITEMS]
    named = sorted(told, key=lambda label: order.index(label) if label in order else len(order))
    return [Line(label, tuple(told[label])) for label in named]


def _add(told: dict[str, list[Told]], label: str, on: date, value: int | None) -> None:
    if label and value is not None:
        told.setdefault(label, []).append(Told(on, value))


def line_picture(line: Line) -> SafeString:
    """The three bands, the line, a dot for each answer; the first and the last with their numbers."""
    points = [(_x(number, len(line.told)), _y(told.value)) for number, told in enumerate(line.told)]
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="picture scale" role="img" aria-label="{}"'
        ' viewBox="0 0 {} {}" width="{}" height="{}" font-family="Paku Sans, sans-serif" font-size="12"'
        ' fill="#1f282b">{}<path class="road" d="{}" fill="none" stroke="#1c5364" stroke-width="2.5"'
        ' stroke-linejoin="round"/>{}{}</svg>',
        _said(line),
        WIDTH,
        HEIGHT,
        WIDTH,
        HEIGHT,
        _bands(),
        "M" + "L".join(f"{x:g} {y:g}" for x, y in points),
        format_html_join(
            "",
            '<circle class="dot" cx="{}" cy="{}" r="4.5" fill="#1c5364" stroke="#fff"/>',
            ((f"{x:g}", f"{y:g}") for x, y in points),
        ),
        _numbers(line, points),
    )


def _said(line: Line) -> str:
    """The picture in words: each day with its number."""
    each = ", ".join(f"{finnish_date(told.on)}: {told.value}" for told in line.told)
    return f"{line.label}. {each}"


def _bands() -> SafeString:
    return format_html_join(
        "",
        '<rect class="scale-{}" x="0" y="{}" width="{}" height="{}" fill="{}"/>',
        (
            (name, f"{_y(high + 0.5):g}", WIDTH, f"{_y(low - 0.5) - _y(high + 0.5):g}", fill)
            for name, low, high, fill in BANDS
        ),
    )


def _numbers(line: Line, points: Sequence[tuple[float, float]]) -> SafeString:
    """Beside the first and the last dot, where nothing of the line runs."""
    ends = [(0, -10, "end"), (-1, 10, "start")] if line.before else [(-1, 10, "start")]
    return format_html_join(
        "",
        '<text class="number-of" x="{}" y="{}" text-anchor="{}" font-weight="600">{}</text>',
        (
            (f"{points[at][0] + by:g}", f"{points[at][1] + 4:g}", anchor, line.told[at].value)
            for at, by, anchor in ends
        ),
    )


def _x(number: int, count: int) -> float:
    """Evenly, in the order in which it was asked; alone in the middle."""
    if count == 1:
        return WIDTH / 2
    return round(30 + number * (WIDTH - 60) / (count - 1), 1)


def _y(value: float) -> float:
    return round(HEIGHT - EDGE - value * (HEIGHT - 2 * EDGE) / MOST, 1)
