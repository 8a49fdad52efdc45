"""Words of a picture: folded to their room, and never one upon another."""

from xml.etree import ElementTree as ET

from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.picture.labels import Box, folded_to, width_of
from tests.pathways.picture.histories import drawn, histories, words_of


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


def test_long_names_are_folded_and_cut_to_the_gutter():
    lines = folded_to("Kontrollerat avslutningsskede", 12.5, 80)

    assert all(width_of(line, 12.5) <= 80 for line in lines)
    assert "".join(lines).replace("-", "") == "Kontrolleratavslutningsskede"


def test_boxes_that_only_meet_at_their_edges_do_not_touch():
    assert not Box(0, 0, 10, 10).touches(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).touches(Box(9, 9, 20, 20))
