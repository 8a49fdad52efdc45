"""Visits as dots over the calendar."""

from django.utils import translation

from tests.pathways.picture.histories import (
    a_path,
    a_visit,
    drawn,
    parts_of,
    there_and_back,
    words_of,
)


def test_filled_dots_are_meetings_and_hollow_ones_tries():
    path = a_path()

    svg = drawn(path, there_and_back(path), [a_visit(100), a_visit(50), a_visit(10, met=False)])

    dots = {name: parts_of(svg, "path", name)[0].get("d").count("M") for name in ("met", "tried")}
    assert dots == {"met": 2, "tried": 1}


def test_many_visits_on_a_small_picture_say_how_many_a_dot_stands_for():
    path = a_path()

    with translation.override("en"):
        svg = drawn(path, there_and_back(path), [a_visit(10) for _ in range(50)], 288)

    assert "1 dot = 8" in [words for words, _box in words_of(svg)]
