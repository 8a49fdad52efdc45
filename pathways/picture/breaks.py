"""Path breaks as lines in the lowest band, outside services: from the day on which help did not reach to its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pathways.picture.layout import EDGE_BAND, Layout
from pathways.picture.road import n

LANES = 4
SHORTEST = 3.0


class Break(Protocol):
    """What is drawn of a break: its days; it lasts while it has no end."""

    since: date
    until: date | None


def break_lines(layout: Layout, breaks: Sequence[Break], last: date) -> SafeString:
    """Each on a lane that is free by then; when all are taken, on the lowest one. Nothing is drawn for none."""
    if not breaks:
        return SafeString("")
    ends, lines = [layout.gutter] * LANES, []
    pitch = EDGE_BAND / (LANES + 1)
    for one in sorted(breaks, key=lambda one: one.since):
        left = layout.calendar.x(one.since)
        right = max(layout.calendar.x(one.until or last), left + SHORTEST)
        lane = next((lane for lane, end in enumerate(ends) if end < left), LANES - 1)
        ends[lane] = max(ends[lane], right)
        lines.append(f"M{n(left)} {n(layout.bands_bottom + pitch * (lane + 1))}H{n(right)}")
    return format_html(
        '<path class="breaks" d="{}" fill="none" stroke="#8f3f14" stroke-width="3.5"/>',
        "".join(lines),
    )
