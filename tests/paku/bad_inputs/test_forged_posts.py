"""Posts that no page of ours would send: nothing is saved, and an honest person's text is not lost by it."""

import uuid
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from pathways.models import VisitText
from tests.desk import Desk
from tests.factories import VisitFactory
from tests.paku.bad_inputs.doors import BY_OTHERS, FORM, SAVING, a_desk, send
from tests.paku.bad_inputs.in_turn import in_turn
from tests.paku.bad_inputs.reading import rows

pytestmark = pytest.mark.django_db

every_form = pytest.mark.parametrize("door", SAVING, ids=str)
TYPED = "Typed by hand and nowhere else"
ORIGINS = ("null", "https://evil.example", "http://testserver.evil.example")
NUMBERS = ("", "x", "\x00", "0", "ä" * 5000, "../../etc/passwd", "{}")
LENGTHS = ("", "x", "-1", "²", "9" * 5000, "\x00", "1e3", "0")


def told(value):
    """For the name of a test."""
    return str(value)[:20]


def strict_desk(path):
    """Checks the form's secret as the product does; the test client otherwise does not."""
    return Desk(enforce_csrf_checks=True).sit(path.care.own_worker)


@pytest.mark.parametrize("door", [*SAVING, *BY_OTHERS], ids=str)
def test_bi_188_the_same_sheet_again_leads_to_the_same_row(door):
    desk, path = a_desk()
    address, fields = door.open(path)
    desk, sheet = door.seat(desk, path), uuid.uuid4()
    fields = {**fields, "submission_id": sheet}

    first = send(desk, address, fields, guarded=door.guarded)
    after = rows()
    second = send(desk, address, fields, guarded=door.guarded)

    assert (first.status_code, second.status_code) == (303, 303)
    assert (first["Location"], rows()) == (second["Location"], after)


@every_form
def test_bi_193_without_the_forms_secret_nothing_is_saved_and_the_text_stays(door):
    _, path = a_desk()
    address, fields = door.open(path)
    before = rows()

    answers = [
        send(
            strict_desk(path),
            address,
            {**fields, door.field: TYPED, **secret},
            guarded=door.guarded,
        )
        for secret in ({}, {"csrfmiddlewaretoken": "x" * 64}, {"csrfmiddlewaretoken": "ä\x00"})
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert all(TYPED in answer.content.decode() for answer in answers)
    assert rows() == before


@pytest.mark.parametrize(("door", "origin"), in_turn(SAVING, ORIGINS), ids=str)
def test_bi_195_a_post_from_elsewhere_is_refused_even_with_the_secret(door, origin):
    _, path = a_desk()
    address, fields = door.open(path)
    desk = strict_desk(path)
    secret = desk.get(address).context["csrf_token"]
    before = rows()

    fields["csrfmiddlewaretoken"] = secret
    answer = send(desk, address, fields, guarded=door.guarded, HTTP_ORIGIN=origin)

    assert (answer.status_code, rows()) == (403, before)


@every_form
def test_the_same_post_from_our_own_page_is_saved(door):
    _, path = a_desk()
    address, fields = door.open(path)
    desk = strict_desk(path)
    secret = desk.get(address).context["csrf_token"]
    before = rows()

    fields["csrfmiddlewaretoken"] = secret
    answer = send(desk, address, fields, guarded=door.guarded, HTTP_ORIGIN="http://testserver")

    assert answer.status_code == 303
    assert rows() != before


@pytest.mark.parametrize(
    "address", ["/drafts/", "/sign-out/", "/account/language/", "/notices/{}/seen/"]
)
def test_bi_196_looking_at_an_address_that_changes_something_changes_nothing(address):
    desk, _ = a_desk()
    before = rows()

    answer = desk.get(address.format(uuid.uuid4()))

    assert (answer.status_code, rows()) == (405, before)


@every_form
def test_bi_196_a_sheets_values_in_the_address_save_nothing(door):
    desk, path = a_desk()
    address, fields = door.open(path)
    before = rows()

    answer = desk.get(f"{address}?{urlencode({**fields, '_end': 1}, doseq=True)}")

    assert (answer.status_code, rows()) == (200, before)


@every_form
def test_bi_198_a_field_that_comes_twice_is_refused(door):
    desk, path = a_desk()
    address, fields = door.open(path)
    before = rows()
    twice = urlencode({**fields, "_end": "1"}, doseq=True) + f"&{door.field}=toinen"

    answer = desk.generic("POST", address, twice, FORM)

    assert (answer.status_code, rows()) == (400, before)


def test_bi_199_a_finished_note_stays_whatever_is_posted_about_it():
    desk, path = a_desk()
    visit = VisitFactory(path=path, note="Ensin kirjoitettu.")
    correct = reverse("pathways:correct-visit", args=[visit.ref])
    fields = {"note": "Päälle.", "client_words": "", "reason": "syy"}
    before = rows()

    answers = [
        send(desk, correct, {**fields, "version": version}, guarded=("note", "client_words"))
        for version in (0, 2, 99, "x", "")
    ]
    answers.append(send(desk, reverse("pathways:visit", args=[visit.ref]), fields))

    assert [answer.status_code for answer in answers] == [422, 409, 409, 422, 422, 405]
    assert (rows(), VisitText.objects.get().note) == (before, "Ensin kirjoitettu.")


@pytest.mark.parametrize(("door", "number"), in_turn(SAVING, NUMBERS), ids=told)
def test_whatever_stands_for_the_sheets_number_is_no_error(door, number):
    desk, path = a_desk()
    address, fields = door.open(path)
    before = rows()

    answer = send(desk, address, {**fields, "submission_id": number}, guarded=door.guarded)

    assert answer.status_code in {303, 422}
    assert (rows() == before) == (answer.status_code == 422)


@pytest.mark.parametrize(("door", "length"), in_turn(SAVING, LENGTHS), ids=told)
def test_whatever_stands_for_the_length_is_no_error(door, length):
    desk, path = a_desk()
    address, fields = door.open(path)
    before = rows()
    raw = urlencode({**fields, "text_len": length, "_end": "1"}, doseq=True)

    answer = desk.generic("POST", address, raw, FORM)

    assert answer.status_code in {303, 422}
    assert (rows() == before) == (answer.status_code == 422)
