"""What lies under the road: the quiet bands of the stages, the calendar, the mark of the day, the legend."""

from __future__ import annotations

from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pathways.models.stage import Stage
from pathways.picture.labels import folded_to, width_of
from pathways.picture.layout import BAND, SIZE, Layout
from pathways.picture.marks import band, circle, drawn, text, upright

LINE = 1.18
SOFT = "#4b565a"


def bands(layout: Layout, now: Stage | None) -> SafeString:
    """Each stage a band with its name in the gutter; where the path is now, the name is bold."""
    parts = []
    for stage in reversed(Stage):
        top = layout.band_top(stage)
        parts.append(
            band(
                f"band {stage.value}",
                0,
                top,
                layout.width,
                BAND - 2,
                fill="#f4f1e9" if stage.step % 2 else "#eeeae0",
            )
        )
        parts += _named(
            layout,
            str(stage.label),
            top + BAND / 2 - 1,
            f"stage {stage.value}",
            "700" if stage == now else "400",
        )
    parts += _named(layout, _("Independent coping"), layout.coping, "edge", "400")
    parts += _named(layout, _("Outside services"), layout.outside, "edge", "400")
    return drawn(parts)


def _named(layout: Layout, label: str, middle: float, name: str, weight: str) -> list[SafeString]:
    """The name folded into the gutter, centred on the band's height."""
    size = SIZE if name != "edge" else SIZE - 1
    lines = folded_to(label, size * (1.06 if weight == "700" else 1), layout.gutter - 10)
    top = middle - (len(lines) - 1) * size * LINE / 2 + size * 0.35
    fill = SOFT if name == "edge" else "#1f282b"
    return [
        text(name, words, 8, top + place * size * LINE, size=size, fill=fill, weight=weight)
        for place, words in enumerate(lines)
    ]


def calendar(layout: Layout) -> SafeString:
    """Fine lines at weeks, months or years, whichever leaves room for their labels."""
    size = SIZE - 1
    marks = layout.calendar.marks(size)
    parts = [
        band(
            "axis",
            layout.gutter,
            layout.axis - 0.5,
            layout.width - layout.gutter,
            1,
            fill="#827c6d",
        )
    ]
    for x, label in marks:
        parts.append(upright("grid", x, layout.bands_top, layout.axis + 4, stroke="#ddd6c8"))
        if (
            layout.gutter <= x - width_of(label, size) / 2
            and x + width_of(label, size) / 2 <= layout.width
        ):
            parts.append(
                text("when", label, x, layout.axis + 17, size=size, anchor="middle", fill=SOFT)
            )
    return drawn(parts)


def mark_of_day(layout: Layout, day: date, words: str) -> SafeString:
    """Today, or the day the path ended."""
    x = layout.calendar.x(day)
    size = SIZE - 0.5
    half = width_of(words, size) / 2
    at = max(min(x, layout.width - half - 2), half + 2)
    return format_html(
        '<g class="day">{}{}</g>',
        upright("today", x, 18, layout.axis, stroke="#b4501b", dashes="4 4"),
        text("day-name", words, at, 13, size=size, anchor="middle", fill="#8f3f14", weight="600"),
    )


def legend(layout: Layout, each: int) -> SafeString:
    """What the dots mean, in the gutter beside them."""
    size = SIZE - 1
    top = layout.visits_top + size + 2
    parts = [text("edge", _("Visits"), 8, top, size=size, fill="#1f282b", weight="600")]
    for place, (words, hollow) in enumerate(((_("met"), False), (_("tried"), True)), start=1):
        y = top + place * size * 1.35
        parts.append(
            circle(
                "key tried" if hollow else "key met",
                12,
                y - 4,
                2.2,
                fill="none" if hollow else SOFT,
                stroke=SOFT if hollow else "none",
                line=1.2,
            )
        )
        parts.append(text("edge", words, 20, y, size=size, fill=SOFT))
    if each > 1:
        parts.append(
            text(
                "edge",
                _("1 dot = %(each)s") % {"each": each},
                8,
                top + 3 * size * 1.35,
                size=size,
                fill=SOFT,
            )
        )
    return drawn(parts)
