"""Histories that are drawn, and what can be read from the picture."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from xml.etree import ElementTree as ET

from hypothesis import strategies as st

from pathways.models.stage import NEXT, Stage
from pathways.picture import path_picture
from pathways.picture.labels import box_of

TODAY = date(2026, 11, 22)
SVG = "{http://www.w3.org/2000/svg}"


def a_path(days=400, matter="Työikäisten palvelut", ended_on=None, ending=""):
    return SimpleNamespace(
        matter=matter, opened_on=TODAY - timedelta(days=days), ended_on=ended_on, ending=ending
    )


def moves(path, *turns):
    """`(days after the opening, stage)`."""
    return [
        SimpleNamespace(on=path.opened_on + timedelta(days=after), stage=stage)
        for after, stage in turns
    ]


def a_visit(days_ago, met=True):
    return SimpleNamespace(on=TODAY - timedelta(days=days_ago), met=met)


def drawn(path, turns, visits=(), width=760):
    return path_picture(path, turns, visits, TODAY, width=width)


def there_and_back(path):
    return moves(
        path,
        (0, "outreach"),
        (60, "intensive_support"),
        (200, "tapering"),
        (260, "intensive_support"),
    )


def words_of(svg):
    """Every text of the picture with the place it takes."""
    return [
        (
            text.text,
            box_of(
                text.text or "",
                float(text.get("x")),
                float(text.get("y")),
                float(text.get("font-size")),
                text.get("text-anchor"),
            ),
        )
        for text in ET.fromstring(svg).iter(f"{SVG}text")
    ]


def parts_of(svg, shape, name):
    """The shapes of this kind and class, in their order."""
    return [part for part in ET.fromstring(svg).iter(f"{SVG}{shape}") if part.get("class") == name]


@st.composite
def histories(draw):
    """A walk along the map, with days that crowd or stretch, and visits anywhere."""
    days = draw(st.integers(0, 2200))
    stage = draw(st.sampled_from(list(Stage)))
    path, found = a_path(days), [(0, stage)]
    for after in sorted(draw(st.lists(st.integers(0, days), max_size=14))):
        stage = draw(st.sampled_from(sorted(NEXT[stage])))
        found.append((after, stage))
    if draw(st.booleans()):
        path.ended_on, path.ending = TODAY, draw(st.sampled_from(["coping", "moved"]))
    visits = [
        a_visit(draw(st.integers(0, days)), draw(st.booleans()))
        for _ in range(draw(st.integers(0, 40)))
    ]
    return path, moves(path, *found), visits
