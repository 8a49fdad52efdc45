"""Lighter support in the picture: a diamond on the calendar's line for each tapering step begun and each call made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString

from pathways.picture.layout import Layout
from pathways.picture.road import n

HALF = 4.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A tapering step that began on the day; or a call after support that reached the person."""

    on: date
    is_call: bool


def diamonds(layout: Layout, marks: Sequence[Mark], last: date) -> SafeString:
    """Filled for a step, hollow for a call. Nothing is drawn for none, nor for a day that is still ahead."""
    shown = [mark for mark in marks if mark.on <= last]
    if not shown:
        return SafeString("")
    shape = f"l{n(HALF)} {n(HALF)}l{n(-HALF)} {n(HALF)}l{n(-HALF)} {n(-HALF)}z"
    drawn = {
        is_call: "".join(
            f"M{n(layout.calendar.x(mark.on))} {n(layout.axis - HALF)}{shape}"
            for mark in shown
            if mark.is_call is is_call
        )
        for is_call in (False, True)
    }
    return format_html(
        '<path class="thinned" d="{}" fill="#1c5364" stroke="#1c5364"/>'
        '<path class="called" d="{}" fill="#fff" stroke="#1c5364" stroke-width="1.5"/>',
        drawn[False],
        drawn[True],
    )
