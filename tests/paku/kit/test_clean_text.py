"""What becomes of a text on its way in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paku.kit.text import BadText, clean_text

ANY_TEXT = st.text(alphabet=st.characters()) | st.text(
    alphabet="aä\u0301\u0302\u200c\u200d\u200b\u202e\r\n\t \x00\ufffd\u0344\u1161\uac00\u2800\x85"
)


def line(raw: str) -> str:
    return clean_text(raw, multiline=False, limit=100)


def lines(raw: str) -> str:
    return clean_text(raw, multiline=True, limit=100_000)


@given(ANY_TEXT, st.booleans())
def test_any_text_is_cleaned_once_and_for_all_or_refused(raw: str, multiline: bool):
    try:
        once = clean_text(raw, multiline=multiline, limit=100)
    except BadText:
        return

    assert clean_text(once, multiline=multiline, limit=100) == once
    assert unicodedata.is_normalized("NFC", once)
    assert len(once) <= 100
    assert "\r" not in once
    assert multiline or "\n" not in once


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("Matti\u202ednesgel\u202c Virtanen", "Mattidnesgel Virtanen"),
        ("Ma\u200btti\ufeff Vir\u2060ta\u00adnen", "Matti Virtanen"),
        ("Matti\r\nVirtanen", "Matti Virtanen"),
        ("  Matti \t Virtanen\xa0", "Matti Virtanen"),
        ("A\u0308ija\u0308la\u0308", "Äijälä"),
        ("\u2066Matti\u2069\u200f", "Matti"),
        ("Matti\x1b[2J\x07", "Matti[2J"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200da\u200d \u200d-\u200cb\u200d", "a -b"),
        ("\u3164\u2800\u034f\u0301", ""),
        ("\u1160\u115f", ""),
        ("Mat\u17b4ti\u1160", "Matti"),
    ],
)
def test_a_line_keeps_its_letters_and_loses_what_nobody_sees(raw: str, cleaned: str):
    assert line(raw) == cleaned


def test_a_note_keeps_its_lines_as_typed():
    assert (
        lines("\n  Kävin.\r\n\r\n\tSovittu:  5 < 6\rloppu\u2028\n")
        == "Kävin.\n\n\tSovittu:  5 < 6\nloppu"
    )


def test_a_letter_keeps_four_marks_of_thousands():
    assert lines("a" + "\u0323" * 20_000) == "ạ" + "\u0323" * 4


@pytest.mark.parametrize(
    ("raw", "code", "told"),
    [
        ("Matti\x00Virtanen", "null", "6"),
        ("\ufffditi", "lost_letter", "1"),
        ("a\ud800b", "surrogate", ""),
        ("x" * 101, "too_long", "101"),
    ],
)
def test_what_cannot_be_kept_whole_is_refused_and_the_place_is_told(raw: str, code: str, told: str):
    with pytest.raises(BadText) as bad:
        line(raw)

    assert bad.value.code == code
    assert told in str(bad.value)


def test_the_limit_counts_letters_after_cleaning_not_bytes():
    assert len(line("ä" * 100 + "\u200b" * 50)) == 100
