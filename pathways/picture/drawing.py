"""Putting the picture together, from the back to the front."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from paku.kit.dates import finnish_date
from pathways.models.stage import Ending
from pathways.picture import ground
from pathways.picture.breaks import Break, break_lines
from pathways.picture.footsteps import footsteps
from pathways.picture.labels import Box, Taken, box_of
from pathways.picture.layout import SIZE, Layout
from pathways.picture.marks import circle, drawn, text
from pathways.picture.road import AHEAD, Point, ahead, line, n, points
from pathways.picture.stretches import Move, Path, Visit, stretches
from pathways.picture.thinning import Mark, diamonds
from pathways.picture.words import Loop, picture_words, title_of

DOT = 9.0


def path_picture(
    path: Path,
    moves: Sequence[Move],
    visits: Iterable[Visit],
    today: date,
    *,
    width: int,
    breaks: Sequence[Break] = (),
    loops: Sequence[Loop] = (),
    marks: Sequence[Mark] = (),
) -> SafeString:
    """The SVG, `width` units wide (about 290 for a phone, 760 for a page or paper): a pure function.

    `moves` in the order of time. The same history gives the same bytes in the same language.
    """
    visits = list(visits)
    found = stretches(path, moves, visits, today)
    last = max([path.ended_on or today, *(stretch.since for stretch in found)])
    layout = Layout.of(width, min([path.opened_on, *(stretch.since for stretch in found)]), last)
    road = points(layout, found, last)
    parts = [
        ground.bands(layout, found[-1].stage if found and not path.ended_on else None),
        ground.calendar(layout),
        _steps(layout, visits),
        break_lines(layout, breaks, last),
        diamonds(layout, marks, last),
        ground.mark_of_day(
            layout, last, _("today") if path.ended_on is None else finnish_date(last)
        ),
        _road(layout, road, path),
        _dots(layout, road, path),
    ]
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" aria-labelledby="path-title-{id}'
        ' path-words-{id}" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' font-family="Paku Sans, sans-serif" font-size="{size}" fill="#1f282b">'
        '<title id="path-title-{id}">{title}</title>'
        '<desc id="path-words-{id}">{words}</desc>{parts}</svg>\n',
        id=width,
        width=n(layout.width),
        height=n(layout.height),
        size=n(SIZE),
        title=title_of(path),
        words=picture_words(path, found, breaks=len(breaks), loops=loops, marks=marks),
        parts=drawn(parts),
    )


def _steps(layout: Layout, visits: Sequence[Visit]) -> SafeString:
    steps = footsteps(visits, layout.calendar, layout.axis - 8)
    return format_html(
        '<g class="steps">{}<path class="met" d="{}" fill="none" stroke="#4b565a" stroke-width="5.5"'
        ' stroke-linecap="round"/>'
        '<path class="tried" d="{}" fill="none" stroke="#4b565a" stroke-width="1.2"/></g>',
        ground.legend(layout, steps.each),
        steps.met,
        steps.tried,
    )


def _road(layout: Layout, road: Sequence[Point], path: Path) -> SafeString:
    """White under the line keeps it apart from all that it crosses."""
    d = line(layout, road, path)
    onwards = "" if path.ended_on else ahead(road)
    return format_html(
        '<path class="halo" d="{d}" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round"/>'
        '<path class="road" d="{d}" fill="none" stroke="#1c5364" stroke-width="4" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
        '<path class="ahead" d="{onwards}" fill="none" stroke="#1c5364" stroke-width="3" stroke-linecap="round"'
        ' stroke-dasharray="1 6"/>',
        d=d,
        onwards=onwards,
    )


def _dots(layout: Layout, road: Sequence[Point], path: Path) -> SafeString:
    """Each move a dot, numbered as in the table; where they crowd, the newest and the first keep their numbers."""
    taken = Taken()
    order = [*road[-1:], *road[:1], *road[-2:0:-1]] if len(road) > 1 else list(road)
    numbered = [
        p
        for p in order
        if taken.take(Box(p.x - DOT - 1, p.y - DOT - 1, p.x + DOT + 1, p.y + DOT + 1))
    ]
    small = [circle("dot", p.x, p.y, 4.5, fill="#1c5364") for p in road if p not in numbered]
    big = [
        part
        for p in sorted(numbered, key=lambda p: p.stretch.number)
        for part in (
            circle("dot", p.x, p.y, DOT, fill="#1c5364", stroke="#fff"),
            text(
                "number",
                str(p.stretch.number),
                p.x,
                p.y + 4,
                size=11,
                anchor="middle",
                fill="#fff",
                weight="600",
            ),
        )
    ]
    return format_html(
        '<g class="moves">{}{}{}{}</g>',
        drawn(small),
        drawn(big),
        _days(road, taken),
        _end(layout, road, path),
    )


def _days(road: Sequence[Point], taken: Taken) -> SafeString:
    """How long the path stayed, above each level that has the room for it."""
    told = []
    for point in road:
        words = _("%(days)s d") % {"days": point.stretch.days}
        left, right = point.x + DOT + 2, point.level_until
        box = box_of(words, (left + right) / 2, point.y - 7, 11, "middle")
        if box.left >= left and box.right <= right and taken.take(box):
            told.append(
                text(
                    "days",
                    words,
                    (left + right) / 2,
                    point.y - 7,
                    size=11,
                    anchor="middle",
                    fill="#4b565a",
                )
            )
    return format_html_join("", "{}", ((part,) for part in told))


def _end(layout: Layout, road: Sequence[Point], path: Path) -> SafeString:
    """An ended path closes with a ring: up at independent coping, or where it ended otherwise."""
    if not (path.ended_on and road):
        return drawn([])
    coped = path.ending == Ending.COPING
    x = road[-1].level_until + (AHEAD if coped else 0)
    return circle(
        "end", x, layout.coping if coped else road[-1].y, 5, fill="#fff", stroke="#1c5364"
    )
