"""Identity codes: every sign of 2023, and what is said about a wrong one. All codes are from
900–999 but the published example 131052-308T.
"""

from datetime import date

import pytest

from paku.kit.identity_codes import (
    birth_date,
    finds_identity_code,
    is_temporary,
    read_identity_code,
)
from paku.kit.refusals import BadText

GOOD = {
    "010594Y9032": date(1994, 5, 1), "010594Y9021": date(1994, 5, 1), "020594X903P": date(1994, 5, 2),
    "030594W903B": date(1994, 5, 3), "010516B903X": date(2016, 5, 1), "020502E902X": date(2002, 5, 2),
    "020503F9037": date(2003, 5, 2), "131052-308T": date(1952, 10, 13), "010180-9004": date(1980, 1, 1),
    "300401A977B": date(2001, 4, 30), "010101B900R": date(2001, 1, 1), "290200A901C": date(2000, 2, 29),
}  # fmt: skip


@pytest.mark.parametrize("code", GOOD)
def test_a_good_code_is_read_and_says_the_birth_date(code: str):
    assert read_identity_code(code) == code
    assert birth_date(code) == GOOD[code]
    assert is_temporary(code) is (code != "131052-308T")


@pytest.mark.parametrize(
    "typed", [" 010190–999w ", "010190−999W", "０１０１９０-９９９W", "010190 - 999W"]
)
def test_a_code_is_read_as_people_type_it(typed: str):
    assert read_identity_code(typed) == "010190-999W"


def test_the_sign_is_part_of_the_identity():
    assert read_identity_code("010190Y999W") != read_identity_code("010190-999W")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("131052-308U", "checksum"),
        ("310252-308Y", "date"),
        ("290201A901M", "date"),
        ("010594G9032", "shape"),
        ("010190\u05be999W", "shape"),
        ("131O52-3O8T", "letter_o"),
        ("010190", "length"),
        ("0" * 100_000, "length"),
    ],
)
def test_a_wrong_code_is_told_what_is_wrong(typed: str, code: str):
    with pytest.raises(BadText) as bad:
        read_identity_code(typed)

    assert bad.value.code == code


def test_the_letter_o_is_pointed_at():
    with pytest.raises(BadText, match="4"):
        read_identity_code("131O52-308T")


def test_the_demo_takes_made_up_codes_only():
    assert read_identity_code("010190-999W", only_artificial=True)
    with pytest.raises(BadText) as bad:
        read_identity_code("131052-308T", only_artificial=True)

    assert bad.value.code == "real_code"


@pytest.mark.parametrize(
    ("note", "is_found"),
    [
        ("Asiakkaan hetu on 010190-999W ja tili FI21 1234 5600 0007 85", True),
        ("hetu 010190–999w.", True),
        ("laskun viite 010190-999X", False),
        ("X010190-999W1", False),
        ("soitettu 040 123 4567", False),
    ],
)
def test_a_code_inside_a_note_is_found(note: str, is_found: bool):
    assert finds_identity_code(note) is is_found
