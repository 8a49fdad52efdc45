"""Deeds of dignity before goals (row S15): a “no” gets a doer and a day at once, and stands first until mended."""

from __future__ import annotations

import re
import uuid

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from network.models import Step
from paku.kit.dates import working_days_after
from pathways.models import DignityCheck, DignityTask, Goal
from tests.factories import DignityCheckFactory, GoalFactory, MemberFactory, PathFactory, today
from tests.pathways.goals.sheets import a_goal, asked, of_client, of_path
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db

NO_FOOD = {
    "basic_needs": "no",
    "basic_needs_words": "Kaapissa on vain kahvia",
    "basic_needs_what": "Haetaan ruokakassi seurakunnalta",
    "basic_needs_doer": "client",
}


def words_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text(page)))


def test_a_no_becomes_a_step_with_a_doer_and_a_day(desk, path):
    deacon = MemberFactory(client=path.client, name="Elina Diakoni")
    told = NO_FOOD | {"basic_needs_doer": str(deacon.ref)}

    assert desk.send(of_path("new-dignity", path), asked(**told)).status_code == 303

    step = Step.objects.get()
    assert (step.what, step.doer, step.due_on) == (told["basic_needs_what"], deacon, today())
    assert step.what in text(desk.get(reverse("pathways:client", args=[path.client.ref])))
    assert "Elina Diakoni" in text(desk.get(of_client("dignity", path)))


def test_the_day_of_the_task_is_today_or_the_next_working_day(desk, path):
    form = desk.get(of_path("new-dignity", path)).context["form"]

    soon = shown(working_days_after(today(), 0))
    assert [form[f"{part}_due"].value() for part in ("basic_needs", "care")] == [soon, soon]


def test_what_is_unmet_stands_before_the_goals_and_stops_nothing(desk, path):
    GoalFactory(path=path, words__client_words="Tavoite-merkki")
    desk.send(of_path("new-dignity", path), asked(**NO_FOOD))

    page = words_of(desk.get(of_client("goals", path)))
    assert page.index("Kaapissa on vain kahvia") < page.index("Tavoite-merkki")
    assert "Kaapissa on vain kahvia" in text(desk.get(of_path("new-goal", path)))
    assert desk.send(of_path("new-goal", path), a_goal()).status_code == 303
    assert Goal.objects.count() == 2


def test_asked_again_and_mended_it_stands_first_no_more(desk, path):
    desk.send(of_path("new-dignity", path), asked(**NO_FOOD))
    desk.send(of_path("new-dignity", path), asked(basic_needs="yes"))

    assert desk.get(of_client("goals", path)).context["first"] == []
    history = words_of(desk.get(of_client("dignity", path)))
    assert "Kaapissa on vain kahvia" in history


def test_what_is_not_asked_again_stands_as_it_was_answered(desk, path):
    desk.send(of_path("new-dignity", path), asked(**NO_FOOD))
    desk.send(of_path("new-dignity", path), asked(safety="yes"))

    (first,) = desk.get(of_client("goals", path)).context["first"]
    assert (first.part, first.words) == ("basic_needs", "Kaapissa on vain kahvia")


def test_a_no_with_a_task_under_way_needs_no_second_one(desk, path):
    desk.send(of_path("new-dignity", path), asked(**NO_FOOD))

    assert desk.send(of_path("new-dignity", path), asked(basic_needs="no")).status_code == 303

    assert (DignityCheck.objects.count(), Step.objects.count()) == (2, 1)
    (first,) = desk.get(of_client("goals", path)).context["first"]
    assert first.under_way == Step.objects.get()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"basic_needs_what": ""}, "basic_needs_what"),
        ({"basic_needs_doer": ""}, "basic_needs_doer"),
        ({"basic_needs_doer": str(uuid.uuid4())}, "basic_needs_doer"),
        ({"basic_needs_due": ""}, "basic_needs_due"),
        ({"basic_needs_due": shown(days(-1))}, "basic_needs_due"),
        ({"basic_needs": "maybe"}, "basic_needs"),
        ({"basic_needs": "yes"}, "basic_needs_what"),
        ({"on": shown(days(1))}, "on"),
    ],
)
def test_a_half_answered_no_comes_back_whole(desk, path, wrong, field):
    answer = desk.send(of_path("new-dignity", path), asked(**NO_FOOD | wrong))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Kaapissa on vain kahvia" in text(answer)
    assert (DignityCheck.objects.count(), Step.objects.count()) == (0, 0)


def test_asking_nothing_saves_nothing(desk, path):
    assert desk.send(of_path("new-dignity", path), asked()).status_code == 422
    assert not DignityCheck.objects.exists()


def test_two_equal_sends_make_one_check_and_one_task(desk, path):
    sheet = uuid.uuid4()
    for _ in range(2):
        answer = desk.send(of_path("new-dignity", path), asked(**NO_FOOD), sheet=sheet)
        assert answer.status_code == 303

    assert (DignityCheck.objects.count(), DignityTask.objects.count()) == (1, 1)


def test_an_answer_is_never_changed(path):
    check = DignityCheckFactory(path=path)

    with pytest.raises(DatabaseError), transaction.atomic():
        DignityCheck.objects.filter(pk=check.pk).update(safety="no")


def test_ten_checks_cost_what_one_does(desk, path):
    def add(count):
        for _ in range(count):
            desk.send(of_path("new-dignity", path), asked(**NO_FOOD))

    pages = [of_client("dignity", path), of_client("goals", path), of_path("new-dignity", path)]
    DignityCheckFactory(path=PathFactory())
    add(1)
    one = [desk.cost(page) for page in pages]
    add(9)

    assert [desk.cost(page) for page in pages] == one
    assert max(one) <= 14
