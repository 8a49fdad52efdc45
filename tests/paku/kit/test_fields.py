"""The house's form fields, against the bad inputs and by example."""

from decimal import Decimal
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from paku.kit import fields
from paku.kit.fields.contact import shown_domain
from tests.paku.kit import bad_inputs

FIELDS: dict[str, Any] = {
    "person_name": fields.NameField,
    "note": fields.NoteField,
    "note_pdf": fields.NoteField,
    "note_web_xss": fields.NoteField,
    "csv_cell": fields.NoteField,
    "log_text": fields.NoteField,
    "address": fields.CleanCharField,
    "hetu": fields.IdentityCodeField,
    "phone": fields.PhoneField,
    "email": fields.EmailField,
    "date": fields.FinnishDateField,
    "datetime": fields.FinnishDateTimeField,
    "number": fields.KmField,
    "search": lambda: fields.SearchField(required=True),
}


OF_FIELDS = [(kind, *entry.values) for kind in FIELDS for entry in bad_inputs.of(kind)]
IDS = [entry.id for kind in FIELDS for entry in bad_inputs.of(kind)]


def form_with(field: forms.Field, typed: str) -> forms.Form:
    return type("OneField", (forms.Form,), {"field": field})({"field": typed})


@pytest.mark.parametrize(("kind", "value", "expected"), OF_FIELDS, ids=IDS)
def test_a_bad_input_is_taken_or_refused_as_agreed_and_never_lost(
    kind: str, value: str, expected: dict
):
    form = form_with(FIELDS[kind](), value)

    valid = form.is_valid()

    if 422 not in expected["status"] or bad_inputs.is_refused(expected):
        assert valid is not bad_inputs.is_refused(expected), form.errors.as_data()
    assert form["field"].value() == value
    assert valid or form.errors["field"][0]


@pytest.mark.parametrize(("kind", "value", "expected"), OF_FIELDS, ids=IDS)
def test_what_a_field_took_it_takes_again_unchanged(kind: str, value: str, expected: dict):
    field = FIELDS[kind]()
    try:
        cleaned = field.clean(value)
    except ValidationError:
        return

    assert field.clean(field.prepare_value(cleaned)) == cleaned


@pytest.mark.parametrize("kind", FIELDS)
@given(typed=st.text())
def test_no_text_breaks_a_field(kind: str, typed: str):
    form = form_with(FIELDS[kind](), typed)

    assert form.is_valid() or form.errors["field"][0]


def test_a_note_that_is_too_long_comes_back_whole_with_the_limit_and_a_way_out():
    form = form_with(fields.NoteField(), "ä" * 1_000_000)

    assert "100000" in form.errors["field"][0]
    assert "second note" in form.errors["field"][0]
    assert "ä" * 1_000_000 in str(form["field"])


def test_no_input_cuts_a_text_in_silence_or_offers_another_persons():
    for field in FIELDS.values():
        html = str(form_with(field(), "")["field"])
        assert "maxlength" not in html
        assert 'autocomplete="off"' in html


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("040 123 4567", "+358401234567", "040 123 4567"),
        ("+358 (0)40-1234567", "+358401234567", "040 123 4567"),
        ("00358 40 000 0012", "+358400000012", "040 000 0012"),
        ("020 692 200", "+35820692200", "020 692200"),
        ("+46 70 123 45 67", "+46701234567", "+46 70 123 45 67"),
        ("٠٤٠ ١٢٣ ٤٥٦٧", "+358401234567", "040 123 4567"),
    ],
)
def test_a_phone_number_is_kept_in_one_spelling_and_shown_as_finns_read_it(typed, stored, shown):
    field = fields.PhoneField()

    assert field.clean(typed) == stored
    assert field.prepare_value(stored).replace(" ", "") == shown.replace(" ", "")


@pytest.mark.parametrize(
    "typed", ["112", "116117", "0", "040", "puhelin", "0401234567;ext=9", "+0401234567", "1" * 400]
)
def test_what_cannot_ring_is_no_phone_number(typed: str):
    with pytest.raises(ValidationError):
        fields.PhoneField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1,5", "1.5"), ("12", "12"), ("0", "0"), ("1 200,0", "1200"), ("٣٫٥", None)],
)
def test_kilometres_know_the_decimal_comma(typed: str, number: str | None):
    if number is None:
        with pytest.raises(ValidationError):
            fields.KmField().clean(typed)
    else:
        assert fields.KmField().clean(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed", ["-5", "NaN", "Infinity", "1e3", "9" * 400, "1441", "1,5", "0x10", "1_0", "½", "1 30"]
)
def test_minutes_are_whole_and_fit_in_a_day(typed: str):
    with pytest.raises(ValidationError):
        fields.MinutesField().clean(typed)


def test_numbers_may_be_left_out():
    assert fields.MinutesField(required=False).clean(" ") is None
    assert fields.KmField(required=False).clean("") is None
    assert fields.MinutesField().clean("٤٥") == 45


def test_an_address_has_its_domain_in_lower_case_and_punycode_in_both_forms():
    assert fields.EmailField().clean("Matti.Virtanen@EXAMPLE.org") == "Matti.Virtanen@example.org"
    assert shown_domain("matti@xn--80ak6aa92e.com") == "xn--80ak6aa92e.com (аррӏе.com)"
    assert shown_domain("matti@example.org") == "example.org"


def test_the_demo_refuses_a_code_that_may_be_a_real_persons(settings):
    settings.DEMO = True

    with pytest.raises(ValidationError):
        fields.IdentityCodeField().clean("131052-308T")
