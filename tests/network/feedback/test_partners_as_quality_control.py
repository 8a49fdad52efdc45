"""S21: partners say how working with us goes; on paper or typed in, summed without persons, five at least."""

from __future__ import annotations

import io
import uuid
from datetime import timedelta

import pypdf
import pytest
from django.db import connection

from network.models import FeedbackQuestion, PartnerFeedback
from paku.access.roles import Role
from paku.kit.context import enter
from paku.kit.half_years import last_told
from tests.desk import Desk
from tests.factories import FeedbackFactory, today, worker

pytestmark = pytest.mark.django_db
SUMS, NEW, FORM = "/feedback/", "/feedback/new/", "/feedback/form.pdf"


def told(**fields):
    return {"kind": "kela", "question_equal": "yes", "words": "Hyvin menee.", "came": "paper",
            "on": today().isoformat(), **fields}  # fmt: skip


def given(number, kind="association", answer="yes", **fields):
    asked = {"answers": {"equal": answer}, "on": last_told(today()), **fields}
    FeedbackFactory.create_batch(number, kind=kind, **asked)


def groups(desk):
    """kind → (how many answered, the four figures of one sentence)"""
    found = desk.get(SUMS).context["groups"]
    return {
        one.kind: (one.people, [n for item in one.items if item.question.code == "equal" for _, n in item.cells])
        for one in found
    }  # fmt: skip


def test_a_sheet_is_typed_in_as_it_stands_on_paper(desk):
    assert desk.send(NEW, told(question_in_time="no")).status_code == 303

    made = PartnerFeedback.objects.get()
    assert (made.kind, made.words, made.by) == ("kela", "Hyvin menee.", desk.user)
    assert {one.question.code: one.answer for one in made.answers.all()} == {
        "equal": "yes",
        "in_time": "no",
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", ""),
        ("kind", "guild"),
        ("question_equal", "maybe"),
        ("came", "owl"),
        ("on", "9.9.2099"),
        ("on", "x"),
    ],
)
def test_a_faulty_sheet_comes_back_with_all_that_was_typed(desk, field, value):
    answer = desk.send(NEW, told(**{field: value}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["words"].value() == "Hyvin menee."
    assert not PartnerFeedback.objects.exists()


def test_an_empty_sheet_is_not_saved(desk):
    assert desk.send(NEW, told(question_equal="", words="")).status_code == 422
    assert not PartnerFeedback.objects.exists()


def test_a_double_click_saves_one(desk):
    number = uuid.uuid4()
    for _ in range(2):
        assert desk.send(NEW, told(), sheet=number).status_code == 303

    assert PartnerFeedback.objects.count() == 1


def test_a_kind_of_five_is_told_and_of_four_nothing(desk):
    given(4, "parish")
    assert groups(desk) == {}

    given(1, "parish", "partly")
    assert groups(desk) == {"parish": (5, [None, None, None, None])}

    given(4, "parish", "partly")
    given(1, "parish")
    assert groups(desk) == {"parish": (10, [5, 5, None, None])}


def test_small_kinds_are_told_together_and_cannot_be_counted_from_the_rest(desk):
    given(7, "association")
    given(3, "parish")
    given(2, "school")

    assert groups(desk) == {
        "association": (7, [7, None, None, None]),
        "others": (5, [5, None, None, None]),
    }


@pytest.mark.parametrize(
    "sizes", [(9, 1), (6, 5, 1), (5, 5, 4), (8, 2, 2), (4, 3, 2), (20, 4), (1, 1, 1)]
)
def test_what_is_told_is_of_five_at_least_and_nobody_is_left_over(desk, sizes):
    for size, kind in zip(sizes, ("association", "parish", "school"), strict=False):
        given(size, kind)

    people = [number for number, _cells in groups(desk).values()]

    assert all(number >= 5 for number in people)
    assert sum(people) == (sum(sizes) if sum(sizes) >= 5 else 0)


def test_own_words_are_told_from_five_answers_on_without_their_kind(desk):
    given(4, words="Soitto riittää.")
    assert desk.get(SUMS).context["words"] == []

    given(1, "school")
    assert desk.get(SUMS).context["words"] == ["Soitto riittää."] * 4


def test_only_whole_months_are_counted(desk):
    given(5, on=last_told(today()) + timedelta(days=1))

    assert groups(desk) == {}


def test_one_by_one_only_the_one_who_typed_it_in_sees_it(desk):
    given(5, by=desk.user)
    other = worker()

    enter(other.pk)
    assert not PartnerFeedback.objects.exists()
    enter(desk.user.pk)
    assert PartnerFeedback.objects.count() == 5


@pytest.mark.parametrize(("role", "read", "write"), [
    (Role.INSTRUCTOR, 200, 200), (Role.SOCIAL_WORKER, 200, 200), (Role.SUPERVISOR, 200, 200), (Role.STUDENT, 200, 403),
    (Role.MAIN_USER, 200, 403), (Role.PRIVACY_OFFICER, 200, 403), (Role.NEAR_WORKER, 403, 403),
])  # fmt: skip
def test_who_reads_and_who_types_in(role, read, write):
    somebody = Desk().sit(worker(role))

    assert (somebody.get(SUMS).status_code, somebody.get(NEW).status_code) == (read, write)


def test_a_near_worker_gets_nothing_from_the_database_either():
    given(9)
    near = worker(Role.NEAR_WORKER)

    enter(near.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM paku_feedback_sums('2000-01-01', '2100-01-01')")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_blank_form_has_the_sentences_in_its_language_on_one_page(desk, language):
    answer = desk.get(f"{FORM}?language={language}")

    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    said = " ".join(pages[0].extract_text().split())
    first = FeedbackQuestion.objects.get(code="promises")
    assert len(pages) == 1
    assert getattr(first, f"label_{language}").rstrip(".") in said


def test_a_sentence_worded_anew_is_asked_from_its_day_on(desk):
    old = FeedbackQuestion.objects.get(code="equal")
    FeedbackQuestion.objects.filter(pk=old.pk).update(until=today() - timedelta(days=1))
    FeedbackQuestion.objects.create(
        code="equal", label_fi="Meitä kuullaan.", label_sv="Vi hörs.", label_en="We are heard.", order=3, since=today()
    )  # fmt: skip

    labels = [field.label for field in desk.get(NEW).context["form"].sentences]

    assert "Meitä kuullaan." in labels
    assert len(labels) == 5


def test_ten_cost_what_one_does(desk):
    given(5)
    one = desk.cost(SUMS)
    given(9, "school")

    assert desk.cost(SUMS) == one
