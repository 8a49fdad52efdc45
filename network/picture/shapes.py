"""The few shapes the map is made of. Everything that is put in is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from network.models.tie import Strength
from network.picture.boxes import LINE, Label
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


def plate(label: Label) -> SafeString:
    """What lies under a label, so that no line runs through its words."""
    box = label.box
    return format_html(
        '<rect class="plate" x="{}" y="{}" width="{}" height="{}" fill="{}" fill-opacity="0.82"/>',
        n(box.left), n(box.top), n(box.right - box.left), n(box.bottom - box.top), PAPER,
    )  # fmt: skip


def ring(x: float, y: float, radius: float, fill: str) -> SafeString:
    return format_html(
        '<circle class="ring" cx="{}" cy="{}" r="{}" fill="{}" stroke="#c3beb2" stroke-width="1"/>',
        n(x), n(y), n(radius), fill,
    )  # fmt: skip


def straight(
    name: str, x1: float, y1: float, x2: float, y2: float, strength: Strength | None = None
) -> SafeString:
    """A spoke as strong as the tie; without one, the border between two parts."""
    line, dashes = SPOKES[strength] if strength else ("1", "2 4")
    return format_html(
        '<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}" stroke-dasharray="{}"/>',
        name, n(x1), n(y1), n(x2), n(y2), LAKE if strength else "#827c6d", line, dashes,
    )  # fmt: skip


def bow(x1: float, y1: float, bend: tuple[float, float], x2: float, y2: float) -> SafeString:
    """Between two who talk to each other."""
    return format_html(
        '<path class="talk" d="M{} {}Q{} {} {} {}" fill="none" stroke="{}" stroke-width="2"'
        ' stroke-dasharray="0.1 4.5" stroke-linecap="round"/>',
        n(x1), n(y1), n(bend[0]), n(bend[1]), n(x2), n(y2), EARTH,
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
