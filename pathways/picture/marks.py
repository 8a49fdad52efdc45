"""The few shapes the picture is made of. Everything that is put in is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pathways.picture.road import n


def text(
    name: str,
    words: str,
    x: float,
    y: float,
    *,
    size: float,
    anchor: str = "start",
    fill: str = "#1f282b",
    weight: str = "400",
) -> SafeString:
    """Words whose baseline stands at (x, y)."""
    return format_html(
        '<text class="{}" x="{}" y="{}" font-size="{}" text-anchor="{}" fill="{}" font-weight="{}">{}</text>',
        name,
        n(x),
        n(y),
        n(size),
        anchor,
        fill,
        weight,
        words,
    )


def circle(
    name: str,
    x: float,
    y: float,
    radius: float,
    *,
    fill: str,
    stroke: str = "none",
    line: float = 2,
) -> SafeString:
    return format_html(
        '<circle class="{}" cx="{}" cy="{}" r="{}" fill="{}" stroke="{}" stroke-width="{}"/>',
        name,
        n(x),
        n(y),
        n(radius),
        fill,
        stroke,
        n(line),
    )


def band(name: str, x: float, y: float, width: float, height: float, *, fill: str) -> SafeString:
    return format_html(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" fill="{}"/>',
        name,
        n(x),
        n(y),
        n(width),
        n(height),
        fill,
    )


def upright(
    name: str, x: float, top: float, bottom: float, *, stroke: str, dashes: str = "none"
) -> SafeString:
    return format_html(
        '<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1" stroke-dasharray="{}"/>',
        name,
        n(x),
        n(top),
        n(x),
        n(bottom),
        stroke,
        dashes,
    )


def drawn(parts: Iterable[SafeString]) -> SafeString:
    """One after another; the later lie over the earlier."""
    return format_html_join("", "{}", ((part,) for part in parts))
