"""Any text, at every form that writes: stored by the one rule, or back in its field, whole."""

import uuid
from datetime import date
from urllib.parse import urlencode

import pytest

from paku.audit.models import Entry
from pathways.models import Visit, VisitText
from tests.paku.bad_inputs.doors import (
    DATES,
    FORM,
    LINES,
    NAMES,
    NOTES,
    SAVING,
    a_desk,
    a_visit,
    another_path,
    send,
)
from tests.paku.bad_inputs.in_turn import in_turn, turns
from tests.paku.bad_inputs.reading import rows, typed_in
from tests.paku.kit.bad_inputs import ENTRIES, is_refused, of, value_of

pytestmark = pytest.mark.django_db

TEXTS = [case for case in of("note", "note_web_xss", "person_name", "csv_cell", "log_text", "address")
         if case.id != "BI-080"]  # fmt: skip
BROKEN = ("%E4iti", "%FF%FE", "%C0%AF", "%ED%A0%80", "\ufffd")
MILLION = next(value_of(entry) for entry in ENTRIES if entry["id"] == "BI-080")


def kept_in_field(answer, door, value):
    """Line ends may have become those of a browser."""
    shown = typed_in(answer).get(door.field, "")
    return shown.replace("\r\n", "\n") == value.replace("\r\n", "\n")


def named(value):
    """A door by its name, an entry of the list by its number, several by nothing of theirs."""
    return "" if isinstance(value, list) else getattr(value, "id", None) or str(value)


def trail():
    return str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    ("door", "cases"), turns([*NOTES, *LINES, NAMES[0], *NAMES[2:]], TEXTS, each=12), ids=named
)
def test_a_text_is_stored_by_the_one_rule_or_comes_back_whole(door, cases, caplog):
    desk, path = a_desk()
    for case in cases:
        value, here = case.values[0], another_path(desk, path)
        expected = door.keeps(value)
        answer = door.send(desk, here, value)

        if expected is None:
            assert answer.status_code == 422, case.id
            assert kept_in_field(answer, door, value), case.id
        else:
            assert answer.status_code == 303, case.id
            assert door.stored(here) == expected, case.id
        if len(value.strip()) > 8:
            assert value not in caplog.text + ("" if door.is_told else trail()), case.id


@pytest.mark.parametrize(
    ("value", "expected"), [case for case in of("note", "note_web_xss") if case.id != "BI-080"]
)
def test_a_note_is_answered_as_its_entry_says(value, expected):
    desk, path = a_desk()

    answer = NOTES[0].send(desk, path, value)

    assert answer.status_code in expected["status"]
    assert Visit.objects.count() == 1


@pytest.mark.parametrize("door", NAMES, ids=str)
@pytest.mark.parametrize(("value", "expected"), of("person_name"))
def test_a_name_is_answered_as_its_entry_says(door, value, expected):
    desk, path = a_desk()
    before = rows()

    answer = door.send(desk, path, value)

    assert answer.status_code in expected["status"]
    assert (rows() == before) == is_refused(expected)


@pytest.mark.parametrize(("door", "case"), in_turn(DATES, of("date"), each=2), ids=named)
def test_a_date_is_answered_as_its_entry_says(door, case):
    value, expected = case.values
    desk, path = a_desk()
    address, fields = door.open(path)
    before = rows()

    answer = send(desk, address, {**fields, door.field: value}, guarded=door.guarded)

    if is_refused(expected):
        assert (answer.status_code, rows()) == (422, before)
        assert kept_in_field(answer, door, value)
    assert answer.status_code in {200, 303, 422}
    assert answer.status_code != 303 or door.stored(path) == date(2026, 1, 1)


@pytest.mark.parametrize("door", [door for door in NOTES if door.name != "move"], ids=str)
def test_a_million_letters_come_back_whole_with_a_sentence(door):
    desk, path = a_desk()
    address, fields = door.open(path)
    desk, before = door.seat(desk, path), rows()

    answer = send(desk, address, {**fields, door.field: MILLION}, guarded=door.guarded)

    assert (answer.status_code, rows()) == (422, before)
    assert typed_in(answer)[door.field] == MILLION


def test_a_million_letters_come_back_whole_by_multipart_too():
    desk, path = a_desk()

    answer = desk.send(NOTES[0].open(path)[0], a_visit(note=MILLION))

    assert answer.status_code == 422
    assert typed_in(answer)["note"] == MILLION
    assert not Visit.objects.exists()


@pytest.mark.parametrize(("door", "raw"), in_turn([*NOTES, *LINES, *NAMES], BROKEN), ids=str)
def test_a_broken_letter_is_never_saved_as_another(door, raw):
    desk, path = a_desk()
    address, fields = door.open(path)
    desk = door.seat(desk, path)
    good = {**fields, "submission_id": uuid.uuid4(), "_end": "1"}
    del good[door.field]
    before = rows()

    answer = desk.generic(
        "POST", address, f"{urlencode(good, True)}&{door.field}={raw}".encode(), FORM
    )

    assert answer.status_code == (422 if raw == "\ufffd" else 400)
    assert raw != "\ufffd" or door.field in answer.context["form"].errors
    assert rows() == before


def test_a_note_is_shown_escaped_exactly_once():
    plain = next(entry["value"] for entry in ENTRIES if entry["id"] == "BI-088")
    desk, path = a_desk()
    NOTES[0].send(desk, path, plain)
    visit = Visit.objects.get()

    for address in (
        f"/visits/{visit.ref}/",
        f"/visits/{visit.ref}/correct/",
        f"/clients/{path.client.ref}/",
    ):
        page = desk.get(address).content.decode()
        assert "5 &lt; 6 &amp;&amp; 7 &gt; 3" in page, address
        assert "&amp;lt;" not in page, address


@pytest.mark.parametrize("door", SAVING, ids=str)
def test_a_refused_sheet_keeps_every_other_field_too(door):
    desk, path = a_desk()
    address, fields = door.open(path)
    broken = {**fields, door.field: "a\x00b"}

    answer = send(desk, address, broken, guarded=door.guarded)

    assert answer.status_code == 422
    shown = typed_in(answer)
    assert {name: shown[name] for name in broken if name in shown} == {
        name: str(value) for name, value in broken.items() if name in shown
    }
    assert door.field in shown


def test_nothing_but_blanks_in_a_visit_is_a_visit_without_text():
    desk, path = a_desk()

    answer = NOTES[0].send(desk, path, "   \t ")

    assert (answer.status_code, VisitText.objects.get().note) == (303, "")
