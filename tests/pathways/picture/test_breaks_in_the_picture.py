"""Path breaks in the picture: lines outside services, as long as help did not reach; told in words too."""

from datetime import timedelta
from types import SimpleNamespace
from xml.etree import ElementTree as ET

from django.utils import translation

from pathways.picture import path_picture
from tests.pathways.picture.histories import SVG, TODAY, a_path, there_and_back


def a_break(since, until=None):
    day = lambda ago: TODAY - timedelta(days=ago)  # noqa: E731
    return SimpleNamespace(since=day(since), until=None if until is None else day(until))


def picture(*breaks):
    path = a_path()
    with translation.override("en"):
        return ET.fromstring(
            path_picture(path, there_and_back(path), (), TODAY, width=760, breaks=breaks)
        )


def lines(root):
    """(left, height, right) of each line."""
    drawn = next(part for part in root.iter(f"{SVG}path") if part.get("class") == "breaks").get("d")
    pieces = [piece.replace("H", " ").split() for piece in drawn.split("M")[1:]]
    return [tuple(map(float, piece)) for piece in pieces]


def test_a_break_is_as_long_as_it_lasted_and_one_that_lasts_reaches_today():
    over, lasting = lines(picture(a_break(300, 200), a_break(100)))

    assert over[2] - over[0] > 100
    assert lasting[2] == max(over[2], lasting[2])
    assert lasting[2] - lasting[0] < (over[2] - over[0]) * 1.01


def test_breaks_at_the_same_time_lie_beside_each_other_and_later_ones_take_free_lanes():
    first, second, later = lines(picture(a_break(300, 200), a_break(280, 150), a_break(100, 50)))

    assert first[1] != second[1]
    assert later[1] == first[1]


def test_of_one_day_there_is_still_a_line_and_before_the_path_it_begins_at_the_edge():
    (short,) = lines(picture(a_break(20, 20)))
    (early,) = lines(picture(a_break(900)))

    assert short[2] > short[0]
    assert early[0] >= 146


def test_the_picture_says_how_many_and_is_as_before_without_any():
    assert picture(a_break(5), a_break(4)).find(f"{SVG}desc").text.endswith(" 2 path breaks.")
    assert picture(a_break(5)).find(f"{SVG}desc").text.endswith(" 1 path break.")
    assert "breaks" not in ET.tostring(picture(), encoding="unicode")
