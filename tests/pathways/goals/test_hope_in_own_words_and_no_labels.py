"""A goal is said by the person first (row S5): own words, own levels, “not yet”, and ends without shame."""

from __future__ import annotations

import uuid

import pytest
from django.db import DatabaseError, transaction

from paku.audit.models import Entry
from paku.saving.models import Draft
from pathways.models import Goal, GoalStep, GoalText
from tests.factories import GoalFactory, MemberFactory, PathFactory, StepFactory, today
from tests.factories.goals import LEVELS
from tests.pathways.goals.sheets import a_goal, closed, of_client, of_goal, of_path
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


def test_the_persons_words_stand_before_the_workers(desk, path):
    told = a_goal(worker_words="Mielekäs vapaa-aika", **LEVELS)
    assert desk.send(of_path("new-goal", path), told).status_code == 303

    page = text(desk.get(of_client("goals", path)))

    assert page.index("Haluan taas ongelle") < page.index("Mielekäs vapaa-aika")
    assert Entry.objects.filter(deed="pathways.goal_written").count() == 1


def test_nobodys_yes_is_taken_for_granted(desk, path):
    sheet = desk.get(of_path("new-goal", path)).context["form"]
    desk.send(of_path("new-goal", path), a_goal())

    assert sheet["agreed"].value() == "not_asked"
    assert GoalText.objects.get().agreed == "not_asked"


def test_a_goal_may_be_of_somebody_in_the_network_and_have_steps(desk, path):
    sister = MemberFactory(client=path.client, name="Helvi Sisar", kind="close")
    step = StepFactory(client=path.client, what="Korjataan vapa")

    desk.send(of_path("new-goal", path), a_goal(owner=str(sister.ref), steps=str(step.ref)))

    goal = Goal.objects.get()
    assert (goal.owner, goal.goal_steps.get().step) == (sister, step)
    page = text(desk.get(of_client("goals", path)))
    assert "Helvi Sisar" in page
    assert "Korjataan vapa" in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"client_words": "  "}, "client_words"),
        ({"owner": str(uuid.uuid4())}, "owner"),
        ({"agreed": "of course"}, "agreed"),
        ({"since": shown(days(1))}, "since"),
        ({"steps": str(uuid.uuid4())}, "steps"),
        ({"hoped": "Ongella kerran kuussa"}, "much_less"),
        ({"helps": "x" * 301}, "helps"),
    ],
)
def test_a_bad_sheet_comes_back_with_all_that_was_typed(desk, path, wrong, field):
    sent = a_goal(hinders="Tallella-merkki", **wrong)

    answer = desk.send(of_path("new-goal", path), sent)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Tallella-merkki" in text(answer)
    assert not Goal.objects.exists()


def test_somebody_elses_step_or_member_cannot_be_chosen(desk, path):
    other = PathFactory()
    foreign = {
        "owner": str(MemberFactory(client=other.client).ref),
        "steps": str(StepFactory(client=other.client).ref),
    }
    for name, ref in foreign.items():
        assert desk.send(of_path("new-goal", path), a_goal(**{name: ref})).status_code == 422


def test_worded_anew_the_earlier_wording_stays_and_steps_may_go(desk, path):
    goal = GoalFactory(path=path)
    kept, dropped = StepFactory.create_batch(2, client=path.client)
    GoalStep.objects.create(goal=goal, step=dropped)
    told = a_goal(version="1", reason="Tarkentui", steps=str(kept.ref), since=shown(goal.since))

    assert desk.send(of_goal("change-goal", goal), told).status_code == 303

    assert [text.version for text in goal.texts.all()] == [2, 1]
    assert [link.step for link in goal.goal_steps.all()] == [kept]
    history = text(desk.get(of_goal("goal", goal)))
    assert history.index("Haluan taas ongelle") < history.index("Että uskaltaisin avata kirjeet")


def test_whoever_words_it_second_sees_both_and_loses_nothing(desk, path):
    goal = GoalFactory(path=path)
    first = a_goal(version="1", reason="", client_words="Ensimmäisen sanat")
    second = a_goal(version="1", reason="", client_words="Toisen sanat")
    assert desk.send(of_goal("change-goal", goal), first).status_code == 303

    answer = desk.send(of_goal("change-goal", goal), second)

    assert answer.status_code == 409
    assert "Ensimmäisen sanat" in text(answer)
    assert "Toisen sanat" in text(answer)
    assert goal.texts.count() == 2


def test_two_equal_sends_write_one_goal(desk, path):
    sheet = uuid.uuid4()
    answers = [desk.send(of_path("new-goal", path), a_goal(), sheet=sheet) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Goal.objects.count() == 1


def test_an_unfinished_goal_comes_back(desk, path):
    desk.leave(f"goal/{path.ref}", {"client_words": "Kesken-merkki"})

    assert "Kesken-merkki" in text(desk.get(of_path("new-goal", path)))
    assert Draft.objects.count() == 1


def test_letting_go_is_no_failure_and_happens_once(desk, path):
    goal = GoalFactory(path=path)

    answers = [desk.send(of_goal("close-goal", goal), closed()) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 409]
    page = text(desk.get(of_client("goals", path)))
    assert "It was let go of" in page or "luovuttiin" in page
    assert desk.get(of_goal("change-goal", goal)).status_code == 409
    assert desk.get(of_goal("judge-goal", goal)).status_code == 409


@pytest.mark.parametrize(
    "wrong",
    [{"closing": "failed"}, {"closing": ""}, {"on": shown(days(1))}, {"on": shown(days(-31))}],
)
def test_a_goal_closes_in_its_own_time_and_never_as_failed(desk, path, wrong):
    goal = GoalFactory(path=path)

    assert desk.send(of_goal("close-goal", goal), closed(**wrong)).status_code == 422
    assert Goal.objects.get().is_open


def test_on_an_ended_path_nothing_new_is_written(desk, path):
    path.ended_on, path.ending = today(), "coping"
    path.save()

    assert desk.send(of_path("new-goal", path), a_goal()).status_code == 422
    assert not Goal.objects.exists()


def test_the_database_keeps_the_rules_by_itself(path):
    goal = GoalFactory(path=path)
    for wrong in ({"hoped": ""}, {"client_words": "", "worker_words": ""}):
        with pytest.raises(DatabaseError), transaction.atomic():
            GoalFactory(path=path, **{f"words__{name}": value for name, value in wrong.items()})
    with pytest.raises(DatabaseError), transaction.atomic():
        GoalText.objects.filter(goal=goal).update(client_words="muuta")
    with pytest.raises(DatabaseError), transaction.atomic():
        Goal.objects.filter(pk=goal.pk).update(closed_on=today())
