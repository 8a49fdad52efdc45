"""The map holds up to forty people: no label on another, no dot on another, the same picture every time."""

from itertools import combinations
from math import hypot
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from network.models.tie import Sector, Strength
from network.picture import Person, map_picture
from network.picture.drawing import Map
from network.picture.paper import as_seen
from network.picture.widths import folded_to, width_of
from paku.printing.pictures import check_plain
from tests.network.maps.crowds import LETTERS, NAMES, crowds, forty

FONTS = Path("static/fonts/paper")
SVG = "{http://www.w3.org/2000/svg}"


@settings(max_examples=60, deadline=None)
@given(crowd=crowds(), width=st.sampled_from([300, 340, 640, 760, 1000]))
def test_no_label_lies_on_another_and_none_leaves_the_picture(crowd, width):
    drawn = Map(crowd, (), width)

    boxes = [label.box for label in drawn.told]
    assert not [1 for one, other in combinations(boxes, 2) if one.touches(other)]
    edges = [(box.left, box.top, drawn.width - box.right, drawn.height - box.bottom) for box in boxes]  # fmt: skip
    assert all(side >= 0 for sides in edges for side in sides)
    assert min(below for *_others, below in edges) < 20  # and no empty room is left below


@settings(max_examples=60, deadline=None)
@given(crowd=crowds(), width=st.sampled_from([300, 760]))
def test_no_dot_lies_on_another_and_each_is_in_its_ring(crowd, width):
    drawn = Map(crowd, (), width)
    rings = drawn.rings
    edges = (rings.middle, *rings.borders)

    for one, other in combinations(rings.spots, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 2 * drawn.dot
    for spot in rings.spots:
        assert edges[spot.person.ring - 1] < hypot(spot.x, spot.y) < edges[spot.person.ring]


@settings(max_examples=25, deadline=None)
@given(crowd=crowds())
def test_everybody_has_their_whole_name_once_and_their_number(crowd):
    svg = ET.fromstring(map_picture(crowd, (), width=760, name="x"))

    told = [text.text or "" for text in svg.iter(f"{SVG}text")]
    numbers = [t.text for t in svg.iter(f"{SVG}text") if "number" in t.get("class").split()]
    assert sorted(int(number) for number in numbers if number) == [*range(1, len(crowd) + 1)]
    written = "".join(told).replace("-", "").replace(" ", "")
    for person in crowd:
        assert "".join(person.name.split()).replace("-", "") in written


def test_the_same_people_give_the_same_bytes_in_any_order_of_the_talks():
    crowd = forty()
    talks = [(one.key, other.key) for one, other in combinations(crowd[:8], 2)]

    first = map_picture(crowd, talks, width=760, name="x")

    assert first == map_picture(crowd, list(reversed(talks)), width=760, name="x")
    assert first.count('class="talk"') == len(talks) + 1  # and the one in the legend


def test_a_picture_of_forty_is_let_onto_paper():
    check_plain(map_picture(forty(), (), width=760, name="x").encode())


def test_few_have_their_names_beside_their_dots():
    few = [
        Person(key, name, part, ring, Strength.ORDINARY)
        for key, (name, part, ring) in enumerate(
            (name, part, ring)
            for part, names in zip(Sector, (NAMES[:3], NAMES[3:5], NAMES[6:8]), strict=True)
            for ring, name in enumerate(names, 1)
        )
    ]

    assert Map(few, (), 760).names is not None
    assert Map(forty(), (), 760).names is None


def test_consent_and_prohibition_are_told_by_shape():
    svg = map_picture(forty(), (), width=760, name="x")

    assert svg.count('<rect class="dot forbidden"') > 1
    assert svg.count('class="dot allowed"') > 1
    assert svg.count('class="dot nothing"') > 1


@pytest.mark.parametrize("font", ["PakuSans-Regular", "PakuSans-SemiBold"])
def test_the_width_of_a_letter_is_never_guessed_too_small(font):
    file = TTFont(FONTS / f"{font}.ttf")
    letters, advances, unit = file.getBestCmap(), file["hmtx"], file["head"].unitsPerEm

    narrower = {
        chr(point): advances[name][0] / unit
        for point, name in letters.items()
        if point >= 0x20 and chr(point).isalnum()
        and width_of(chr(point), 1.0) < advances[name][0] / unit
    }  # fmt: skip

    assert narrower == {}


def test_a_name_in_arabic_letters_is_never_guessed_too_small():
    file = TTFont(FONTS / "PakuArabic-Regular.ttf")
    letters, advances, unit = file.getBestCmap(), file["hmtx"], file["head"].unitsPerEm
    found = {sign: advances[letters[ord(sign)]][0] / unit for sign in LETTERS if ord(sign) > 0x600}

    assert found
    assert all(width_of(sign, 1.0) >= width for sign, width in found.items())


def test_a_name_read_from_the_right_is_on_paper_as_it_is_seen():
    assert as_seen("Äiti Maija") == "Äiti Maija"
    assert as_seen("سلام") == "ﻡﻼﺳ"
    assert as_seen("علي 7") == "7 ﻲﻠﻋ"
    crowd = [Person(1, "سلام <b>", Sector.CLOSE, 1, Strength.THIN)]
    assert "ﻡﻼﺳ" in map_picture(crowd, (), width=760, name="x", on_paper=True)
    assert "<b>" not in map_picture(crowd, (), width=760, name="x", on_paper=True)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("علي (أخ)", "(ﺥﺃ) ﻲﻠﻋ"),
        ("(سلام)", "(ﻡﻼﺳ)"),
        ("علي (Ali)", "(Ali) ﻲﻠﻋ"),
        ("Ali (علي)", "Ali (ﻲﻠﻋ)"),
    ],
)
def test_brackets_open_towards_what_they_hold_in_either_direction(written, seen):
    assert as_seen(written) == seen


def test_a_mark_that_no_letter_has_of_its_own_is_left_to_the_table():
    assert as_seen("А̄нна (Киле̄)") == "Анна (Киле)"


def test_a_double_name_is_cut_at_its_own_hyphen():
    assert folded_to("Kärkkäinen-Hämäläinen", 12.0, 140) == ["Kärkkäinen-", "Hämäläinen"]
    assert folded_to("Kärkkäinen-Hämäläinen", 12.0, 90) == ["Kärkkäinen-", "Hämäläinen"]
    assert folded_to("x-työllisyyspalvelu", 12.0, 100)[0] != "x-"


@given(text=st.text(LETTERS, max_size=200), room=st.integers(20, 200))
def test_folded_words_fit_and_lose_nothing(text, room):
    lines = folded_to(text, 12.0, float(room))

    assert all(width_of(line, 12.0) <= room or len(line) <= 2 for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == "".join(text.split()).replace("-", "")
