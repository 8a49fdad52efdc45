"""GAS: judged in the goal's own sentences, kept day by day, never a number of the person."""

from __future__ import annotations

import re
import uuid

import pytest
from django.db import DatabaseError, transaction

from pathways.models import Attainment
from tests.factories import AttainmentFactory, GoalFactory, PathFactory, today
from tests.factories.goals import LEVELS
from tests.pathways.goals.sheets import a_goal, judged, of_client, of_goal
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


def test_the_sentence_and_save_is_all(desk, path):
    goal = GoalFactory(path=path)
    form = desk.get(of_goal("judge-goal", goal)).context["form"]
    sheet = {name: form[name].value() for name in ("filled_with", "on", "version")}

    answer = desk.send(
        of_goal("judge-goal", goal), {**sheet, "on": shown(today()), "level": "-1", "note": ""}
    )

    made = Attainment.objects.get()
    assert (answer.status_code, made.words, made.on) == (303, LEVELS["less"], today())
    page = text(desk.get(of_client("goals", path)))
    assert (
        LEVELS["less"]
        in page[page.index("goal-now") : page.index("</div>", page.index("goal-now"))]
    )


def test_history_is_kept_and_speaks_in_the_words_of_its_day(desk, path):
    goal = GoalFactory(path=path)
    AttainmentFactory(goal=goal, level=-2, on=days(-20))
    anew = LEVELS | {"hoped": "Avaan kirjeet joka aamu"}
    desk.send(
        of_goal("change-goal", goal),
        a_goal(version="1", reason="", since=shown(goal.since), **anew),
    )
    desk.send(of_goal("judge-goal", goal), judged(version="2"))

    history = desk.get(of_goal("goal", goal)).context["judged"]

    assert [one.words for one in history] == ["Avaan kirjeet joka aamu", LEVELS["much_less"]]


def test_a_judgement_is_never_changed(path):
    made = AttainmentFactory(goal=GoalFactory(path=path))

    with pytest.raises(DatabaseError), transaction.atomic():
        Attainment.objects.filter(pk=made.pk).update(level=2)


def test_levels_worded_anew_meanwhile_are_looked_at_again(desk, path):
    goal = GoalFactory(path=path)
    sent = a_goal(
        version="1", reason="", since=shown(goal.since), **LEVELS | {"hoped": "Uusi taso"}
    )
    desk.send(of_goal("change-goal", goal), sent)

    answer = desk.send(of_goal("judge-goal", goal), judged(version="1"))

    assert answer.status_code == 409
    assert "Uusi taso" in text(answer)
    assert not Attainment.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": "3"},
        {"level": ""},
        {"level": "0.5"},
        {"filled_with": "machine"},
        {"on": shown(days(1))},
        {"on": shown(days(-31))},
        {"version": "0"},
        {"note": "x" * 301},
    ],
)
def test_a_forged_judgement_is_refused(desk, path, wrong):
    goal = GoalFactory(path=path)

    assert desk.send(of_goal("judge-goal", goal), judged(**wrong)).status_code == 422
    assert not Attainment.objects.exists()


def test_a_version_that_never_was_is_no_judgement(desk, path):
    goal = GoalFactory(path=path)

    assert desk.send(of_goal("judge-goal", goal), judged(version="7")).status_code == 409
    assert not Attainment.objects.exists()


def test_a_goal_without_levels_is_not_judged(desk, path):
    goal = GoalFactory(path=path, **{f"words__{name}": "" for name in LEVELS})

    assert desk.send(of_goal("judge-goal", goal), judged()).status_code == 422
    assert desk.get(of_goal("judge-goal", goal)).status_code == 200


def test_two_equal_sends_judge_once(desk, path):
    goal, sheet = GoalFactory(path=path), uuid.uuid4()

    for _ in range(2):
        assert desk.send(of_goal("judge-goal", goal), judged(), sheet=sheet).status_code == 303

    assert Attainment.objects.count() == 1


def test_who_judged_is_told_and_alone_is_marked(desk, path):
    goal = GoalFactory(path=path)
    AttainmentFactory(goal=goal, filled_with="worker")

    page = re.sub(r"\s+", " ", text(desk.get(of_goal("goal", goal))))

    alone = goal.attainments.get().get_filled_with_display()
    assert f"{alone} ({path.care.own_worker.name})" in page


def test_ten_goals_cost_what_one_does(desk, path):
    def add(count):
        for goal in GoalFactory.create_batch(count, path=path):
            AttainmentFactory.create_batch(2, goal=goal)

    pages = [of_client("goals", path)]
    GoalFactory(path=PathFactory())
    add(1)
    pages.append(of_goal("goal", path.goals.get()))
    one = [desk.cost(page) for page in pages]
    add(9)

    assert [desk.cost(page) for page in pages] == one
    assert max(one) <= 14
