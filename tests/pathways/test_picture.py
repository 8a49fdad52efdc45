"""The path as a picture: the same for the same history, honest at every length, and no words upon words."""

from __future__ import annotations

import re
from datetime import date, timedelta
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings as django_settings
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from paku.printing.pictures import check_plain
from pathways.models.stage import NEXT, Stage
from pathways.picture import path_picture, stretches
from pathways.picture.labels import Box, box_of, folded_to, width_of
from pathways.picture.map import as_markdown

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


@settings(max_examples=80, deadline=None)
@given(
    history=histories(),
    width=st.sampled_from([288, 320, 480, 760, 1000]),
    language=st.sampled_from(["fi", "sv", "en"]),
)
def test_no_words_lie_on_other_words_and_none_leave_the_picture(history, width, language):
    path, turns, visits = history

    with translation.override(language):
        svg = drawn(path, turns, visits, width)

    boxes = words_of(svg)
    frame = [float(side) for side in ET.fromstring(svg).get("viewBox").split()]
    for place, (words, box) in enumerate(boxes):
        assert not [other for other, taken in boxes[place + 1 :] if box.touches(taken)], words
        assert min(box.left, box.top, frame[2] - box.right, frame[3] - box.bottom) >= 0, words


@settings(max_examples=40, deadline=None)
@given(history=histories(), width=st.sampled_from([288, 760]))
def test_the_road_never_goes_back_in_time(history, width):
    path, turns, visits = history

    root = ET.fromstring(drawn(path, turns, visits, width))

    road = next(part.get("d") for part in root.iter(f"{SVG}path") if part.get("class") == "road")
    level = [float(x) for x in re.findall(r"[MH](-?[0-9.]+)", road)]
    assert len(level) == len(turns) + 1
    assert level == sorted(level)


def test_the_same_history_gives_the_same_bytes():
    path = a_path()

    first, second = (
        drawn(path, there_and_back(path), [a_visit(3), a_visit(9, met=False)]) for _ in range(2)
    )

    assert first.encode() == second.encode()


def test_what_people_write_is_escaped():
    path = a_path(matter='<script>alert("x")</script> & muuta')

    svg = drawn(path, there_and_back(path))

    assert "<script" not in svg
    assert (
        ET.fromstring(svg).find(f"{SVG}title").text.endswith('<script>alert("x")</script> & muuta')
    )


@pytest.mark.parametrize("width", [288, 760])
def test_the_picture_is_plain_enough_for_paper_and_for_a_strict_page(width):
    path = a_path()

    svg = drawn(path, there_and_back(path), [a_visit(3)], width)

    check_plain(svg.encode())
    assert "style=" not in svg


def test_the_picture_speaks_to_those_who_do_not_see_it():
    path = a_path()

    with translation.override("en"):
        root = ET.fromstring(
            drawn(path, there_and_back(path), [a_visit(3), a_visit(5), a_visit(9, met=False)])
        )

    title, words = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
    assert words.text == (
        "Began on 18.10.2025: Outreach. Since 5.7.2026: Intensive support. 4 stretches. 2 visits. 1 try."
    )


def test_filled_dots_are_meetings_and_hollow_ones_tries():
    path = a_path()

    root = ET.fromstring(
        drawn(path, there_and_back(path), [a_visit(100), a_visit(50), a_visit(10, met=False)])
    )

    dots = {
        part.get("class"): part.get("d").count("M")
        for part in root.iter(f"{SVG}path")
        if part.get("class") in ("met", "tried")
    }
    assert dots == {"met": 2, "tried": 1}


def test_many_visits_on_a_small_picture_say_how_many_a_dot_stands_for():
    path = a_path()

    with translation.override("en"):
        svg = drawn(path, there_and_back(path), [a_visit(10) for _ in range(50)], 288)

    assert "1 dot = 8" in [words for words, _box in words_of(svg)]


def test_going_back_bends_gently_and_is_drawn_like_any_other_move():
    path = a_path()

    root = ET.fromstring(
        drawn(
            path,
            moves(path, (0, "intensive_support"), (150, "tapering"), (300, "intensive_support")),
        )
    )

    (road,) = [part.get("d") for part in root.iter(f"{SVG}path") if part.get("class") == "road"]
    levels, arrivals = (
        [float(x) for x in re.findall(pattern, road)]
        for pattern in (r"H([0-9.]+)", r"C(?:[0-9.]+ ){4}([0-9.]+)")
    )
    bends = [arrival - level for level, arrival in zip(levels, arrivals[1:], strict=False)]
    assert bends[1] > bends[0]
    assert (
        len({dot.get("fill") for dot in root.iter(f"{SVG}circle") if dot.get("class") == "dot"})
        == 1
    )


def test_an_ended_path_shows_its_day_and_no_way_ahead():
    ended = TODAY - timedelta(days=30)
    path = a_path(ended_on=ended, ending="coping")

    root = ET.fromstring(drawn(path, moves(path, (0, "tapering"), (200, "controlled_exit"))))

    assert [part.get("d") for part in root.iter(f"{SVG}path") if part.get("class") == "ahead"] == [
        ""
    ]
    assert [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "day-name"] == [
        "23.10.2026"
    ]


def test_stretches_count_days_and_visits_of_each_stage():
    path = a_path(100)
    visits = [a_visit(100), a_visit(40), a_visit(39), a_visit(2, met=False)]

    first, second = stretches(
        path, moves(path, (0, "outreach"), (60, "early_support")), visits, TODAY
    )

    assert (first.days, first.met, first.tried, first.until) == (60, 1, 0, second.since)
    assert (second.days, second.met, second.tried, second.is_now) == (40, 2, 1, True)


def test_long_names_are_folded_and_cut_to_the_gutter():
    lines = folded_to("Kontrollerat avslutningsskede", 12.5, 80)

    assert all(width_of(line, 12.5) <= 80 for line in lines)
    assert "".join(lines).replace("-", "") == "Kontrolleratavslutningsskede"


def test_boxes_that_only_meet_at_their_edges_do_not_touch():
    assert not Box(0, 0, 10, 10).touches(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).touches(Box(9, 9, 20, 20))


def test_the_drawn_map_is_the_map_of_moves():
    kept = (django_settings.ROOT / "pathways" / "map.md").read_text()

    assert kept == as_markdown(), "write pathways.picture.map.as_markdown() to pathways/map.md"
    for here, there in ((here, there) for here in Stage for there in Stage):
        assert (f"  {here.value} --> {there.value}\n" in kept) == (there in NEXT[here])
