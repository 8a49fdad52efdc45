"""The path as a picture: the same for the same history, plain, and told in words too."""

from xml.etree import ElementTree as ET

import pytest
from django.utils import translation

from paku.printing.pictures import check_plain
from tests.pathways.picture.histories import SVG, a_path, a_visit, drawn, parts_of, there_and_back


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


def test_a_path_that_has_not_begun_is_drawn_without_a_road():
    with translation.override("en"):
        svg = drawn(a_path(0), [])

    assert ET.fromstring(svg).find(f"{SVG}desc").text == "The path has not begun yet."
    assert [part.get("d") for part in parts_of(svg, "path", "road")] == [""]
