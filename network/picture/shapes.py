"""The few shapes the map is made of. Everything that is put in is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from network.models.tie import Strength
from network.picture.boxes import LINE, Box, Label
from network.picture.cutting import as_curve, pieces, round_pieces
from network.picture.people import Mark

INK, SOFT, LAKE, EARTH, PAPER = "#1f282b", "#4b565a", "#1c5364", "#8f3f14", "#fff"
SPOKES = {
    Strength.THIN: ("1.2", "5 4"),
    Strength.ORDINARY: ("1.8", "none"),
    Strength.STRONG: ("4.5", "none"),
}


def n(value: float) -> str:
    """A number as short as it is exact enough, and always spelt the same."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def drawn(parts: Iterable[SafeString]) -> SafeString:
    """One after another; the later lie over the earlier."""
    return format_html_join("", "{}", ((part,) for part in parts))


def words(label: Label, name: str, *, fill: str = INK, weight: str = "400") -> SafeString:
    """A label, each of its lines a text of its own."""
    return format_html_join(
        "",
        '<text class="{}" x="{}" y="{}" font-size="{}" text-anchor="{}" fill="{}" font-weight="{}">{}</text>',
        (
            (name, n(label.x), n(label.y + place * label.size * LINE), n(label.size), label.anchor, fill, weight, line)
            for place, line in enumerate(label.lines)
        ),
    )  # fmt: skip


def ring(x: float, y: float, radius: float, fill: str, *, around: Sequence[Box] = ()) -> SafeString:
    """Its ground whole, its line stopping at the boxes of words."""
    ground = format_html(
        '<circle class="ring" cx="{}" cy="{}" r="{}" fill="{}"/>', n(x), n(y), n(radius), fill
    )
    way = " ".join(
        f"M{n(first[0])} {n(first[1])}Q{n(turn[0])} {n(turn[1])} {n(last[0])} {n(last[1])}"
        for first, turn, last in round_pieces(x, y, radius, around)
    )
    line = format_html(
        '<path class="rim" d="{}" fill="none" stroke="#c3beb2" stroke-width="1"/>', way
    )
    return drawn([ground, line])


def straight(
    name: str, x1: float, y1: float, x2: float, y2: float, strength: Strength | None = None,
    *, around: Sequence[Box] = (),
) -> SafeString:  # fmt: skip
    """A spoke as strong as the tie; without one, the border between two parts. It stops at the boxes of words."""
    line, dashes = SPOKES[strength] if strength else ("1", "2 4")
    way = " ".join(
        f"M{n(first[0])} {n(first[1])}L{n(last[0])} {n(last[1])}"
        for first, _bend, last in pieces(as_curve((x1, y1), (x2, y2)), around)
    )
    return format_html(
        '<path class="{}" d="{}" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="{}"/>',
        name, way, LAKE if strength else "#827c6d", line, dashes,
    )  # fmt: skip


def bow(
    x1: float, y1: float, bend: tuple[float, float], x2: float, y2: float, *, around: Sequence[Box] = ()
) -> SafeString:  # fmt: skip
    """Between two who talk to each other."""
    way = " ".join(
        f"M{n(first[0])} {n(first[1])}Q{n(turn[0])} {n(turn[1])} {n(last[0])} {n(last[1])}"
        for first, turn, last in pieces(((x1, y1), bend, (x2, y2)), around)
    )
    return format_html(
        '<path class="talk" d="{}" fill="none" stroke="{}" stroke-width="2" stroke-dasharray="0.1 4.5"'
        ' stroke-linecap="round"/>',
        way, EARTH,
    )  # fmt: skip


def halo(x: float, y: float, radius: float) -> SafeString:
    """Round the dot of somebody who has moved since the other map."""
    return format_html(
        '<circle class="halo" cx="{}" cy="{}" r="{}" fill="none" stroke="{}" stroke-width="1.4"/>',
        n(x), n(y), n(radius + 1.9), INK,
    )  # fmt: skip


def dot(x: float, y: float, radius: float, mark: Mark, number: str) -> SafeString:
    """Full: may be told something. Empty: nothing is agreed on. A square: forbidden."""
    is_full = mark is Mark.ALLOWED
    fill, ink = (LAKE, PAPER) if is_full else (PAPER, INK)
    if mark is Mark.FORBIDDEN:
        shape = format_html(
            '<rect class="dot forbidden" x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"'
            ' stroke-width="2.5"/>',
            n(x - radius * 0.92), n(y - radius * 0.92), n(radius * 1.84), n(radius * 1.84), fill, EARTH,
        )  # fmt: skip
    else:
        shape = format_html(
            '<circle class="dot {}" cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="1.6"/>',
            mark.value, n(x), n(y), n(radius), fill, LAKE,
        )  # fmt: skip
    size = radius * 1.05
    told = Label((number,), x, y + size * 0.36, size, "middle")
    return drawn([shape, words(told, f"number {mark.value}", fill=ink, weight="600")])
