"""S21: whoever typed a feedback in puts it right within its half-year; how it stood is kept, and the sums follow."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from network.models import FeedbackBefore, PartnerFeedback
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.half_years import half_of
from tests.desk import Desk
from tests.factories import FeedbackFactory, today, worker

pytestmark = pytest.mark.django_db
SUMS = "/feedback/"


@pytest.fixture
def mine(desk):
    said = {"kind": "parish", "words": "Hyvin", "answers": {"equal": "yes"}}
    return FeedbackFactory(by=desk.user, on=today(), **said)


def page(feedback):
    return f"/feedback/{feedback.ref}/correct/"


def told(**fields):
    return {"kind": "kela", "question_equal": "no", "words": "Huonosti", "came": "paper", "on": today().isoformat(),
            "reason": "Luin paperia väärin", "version": "1", **fields}  # fmt: skip


def test_it_is_put_right_and_how_it_stood_is_kept(desk, mine):
    assert desk.send(page(mine), told()).status_code == 303

    mine.refresh_from_db()
    assert (mine.kind, mine.words, mine.version) == ("kela", "Huonosti", 2)
    assert {one.question.code: one.answer for one in mine.answers.all()} == {"equal": "no"}
    before = FeedbackBefore.objects.get()
    assert (before.kind, before.words, before.answers, before.reason) == (
        "parish", "Hyvin", {"equal": "yes"}, "Luin paperia väärin",
    )  # fmt: skip
    entry = Entry.objects.get(deed="network.feedback_corrected")
    assert (entry.client_refs, entry.details) == ([], {"version": 2})


def test_ones_own_stand_under_the_sums_and_lead_to_the_sheet(desk, mine):
    FeedbackFactory(by=worker(), on=today())

    shown = desk.get(SUMS)

    assert list(shown.context["mine"]) == [mine]
    assert page(mine) in shown.content.decode()


def test_the_sheet_knows_what_was_typed(desk, mine):
    form = desk.get(page(mine)).context["form"]

    assert (form["kind"].value(), form["question_equal"].value(), form["words"].value()) == (
        "parish", "yes", "Hyvin",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "guild"), ("question_equal", "maybe"), ("came", "owl"), ("on", "9.9.2099"), ("on", "x"), ("reason", " "),
     ("version", "0")],
)  # fmt: skip
def test_a_faulty_sheet_comes_back_with_all_that_was_typed(desk, mine, field, value):
    answer = desk.send(page(mine), told(**{field: value}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["words"].value() == "Huonosti"
    assert not FeedbackBefore.objects.exists()


def test_the_sums_of_an_earlier_half_year_stand(desk, mine):
    day_before = half_of(today()).since - timedelta(days=1)
    old = FeedbackFactory(by=desk.user, on=day_before)

    assert desk.get(page(old)).status_code == 404
    answer = desk.send(page(mine), told(on=day_before.isoformat()))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["on"])


def test_of_two_tabs_the_later_is_told_and_loses_nothing(desk, mine):
    desk.send(page(mine), told(words="Ensin"))

    answer = desk.send(page(mine), told(words="Sitten"))

    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Ensin" in html
    assert "Sitten" in html
    assert PartnerFeedback.objects.get().words == "Ensin"


def test_a_double_click_corrects_once(desk, mine):
    number = uuid.uuid4()
    for _ in range(2):
        assert desk.send(page(mine), told(), sheet=number).status_code == 303

    assert FeedbackBefore.objects.count() == 1


def test_nothing_changed_leaves_no_trace(desk, mine):
    same = told(kind="parish", question_equal="yes", words="Hyvin")

    assert desk.send(page(mine), same).status_code == 303
    assert not FeedbackBefore.objects.exists()


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SUPERVISOR])
def test_anothers_is_as_if_it_were_not(mine, role):
    other = Desk().sit(worker(role))

    assert [other.get(page(mine)).status_code, other.send(page(mine), told()).status_code] == [404, 404]  # fmt: skip
    assert not FeedbackBefore.objects.exists()


def test_ten_cost_what_one_does(desk, mine):
    one = desk.cost(SUMS)
    FeedbackFactory.create_batch(9, by=desk.user, on=today())

    assert desk.cost(SUMS) == one
