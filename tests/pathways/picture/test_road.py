"""The road of a path: forward in time, gentle where it goes back, closed where it ended."""

import re
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pathways.picture.histories import TODAY, a_path, drawn, histories, moves, parts_of


@settings(max_examples=40, deadline=None)
@given(history=histories(), width=st.sampled_from([288, 760]))
def test_the_road_never_goes_back_in_time(history, width):
    path, turns, visits = history

    (road,) = parts_of(drawn(path, turns, visits, width), "path", "road")

    level = [float(x) for x in re.findall(r"[MH](-?[0-9.]+)", road.get("d"))]
    assert len(level) == len(turns) + 1
    assert level == sorted(level)


def test_going_back_bends_gently_and_is_drawn_like_any_other_move():
    path = a_path()
    turns = moves(path, (0, "intensive_support"), (150, "tapering"), (300, "intensive_support"))

    svg = drawn(path, turns)

    road = parts_of(svg, "path", "road")[0].get("d")
    levels, arrivals = (
        [float(x) for x in re.findall(pattern, road)]
        for pattern in (r"H([0-9.]+)", r"C(?:[0-9.]+ ){4}([0-9.]+)")
    )
    bends = [arrival - level for level, arrival in zip(levels, arrivals[1:], strict=False)]
    assert bends[1] > bends[0]
    assert len({dot.get("fill") for dot in parts_of(svg, "circle", "dot")}) == 1


@pytest.mark.parametrize(("ending", "rises"), [("coping", True), ("moved", False)])
def test_an_ended_path_shows_its_day_and_no_way_ahead(ending, rises):
    path = a_path(ended_on=TODAY - timedelta(days=30), ending=ending)

    svg = drawn(path, moves(path, (0, "tapering"), (200, "controlled_exit")))

    assert [part.get("d") for part in parts_of(svg, "path", "ahead")] == [""]
    assert [text.text for text in parts_of(svg, "text", "day-name")] == ["23.10.2026"]
    (ring,), *_dots, last = parts_of(svg, "circle", "end"), *parts_of(svg, "circle", "dot")
    assert (float(ring.get("cy")) < float(last.get("cy"))) is rises
