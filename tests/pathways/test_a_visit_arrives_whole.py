"""A visit is saved once and whole, or not at all; what was typed stays on the page."""

import uuid

import pytest

from pathways.models import Visit
from tests.pathways.visiting import a_visit, sheet_for

pytestmark = pytest.mark.django_db


def test_the_same_sheet_sent_twice_is_one_visit(desk, path):
    sheet = uuid.uuid4()

    answers = [desk.send(sheet_for(path), a_visit(), sheet=sheet) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Visit.objects.count() == 1


def test_the_same_sheet_with_another_text_is_refused_and_the_text_stays_on_the_page(desk, path):
    sheet = uuid.uuid4()
    desk.send(sheet_for(path), a_visit(), sheet=sheet)

    answer = desk.send(sheet_for(path), a_visit(note="Aivan muuta"), sheet=sheet)

    assert answer.status_code == 409
    assert "Aivan muuta" in answer.content.decode()
    assert Visit.objects.count() == 1


def test_a_post_that_broke_off_saves_nothing(desk, path):
    fields = a_visit(submission_id=str(uuid.uuid4()))

    answer = desk.post(sheet_for(path), fields)

    assert answer.status_code == 422
    assert "Juotiin kahvit." in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_post_shorter_than_it_says_saves_nothing(desk, path):
    whole = a_visit(note="ää")

    short = desk.send(sheet_for(path), {**whole, "text_len": "9999"})
    exact = desk.send(
        sheet_for(path), {**whole, "text_len": str(len("ääTänään on parempi.".encode()))}
    )

    assert (short.status_code, exact.status_code) == (422, 303)
    assert Visit.objects.count() == 1
