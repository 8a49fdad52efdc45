"""What somebody had promised who left, or who is away, stands in the day of whoever minds the person now."""

from datetime import timedelta

import pytest

from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    StepFactory,
    SubstituteFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db

PROMISE = "Vien hakemuksen"


def promised_by(path, user, **member):
    member = MemberFactory(
        client=path.client, kind="worker", user=user, name=user.name, **member
    )  # fmt: skip
    return StepFactory(client=path.client, doer=member, what=PROMISE, due_on=today())


def day_of(user):
    return [step.what for step in Desk().sit(user).get("/").context["due"]]


def test_a_pair_whose_account_has_ended_leaves_their_step_to_the_own_worker(path):
    pair = AssignmentFactory(care=path.care).worker
    promised_by(path, pair)
    assert day_of(path.care.own_worker) == []

    pair.is_active = False
    pair.save()

    assert day_of(path.care.own_worker) == [PROMISE]


def test_who_has_left_the_network_leaves_their_step_to_the_own_worker(path):
    since, until = today() - timedelta(days=30), today() - timedelta(days=1)
    promised_by(path, worker(team=path.care.team), since=since, until=until)

    assert day_of(path.care.own_worker) == [PROMISE]


def test_the_substitute_minds_what_the_own_worker_promised_and_nobody_else_does(path):
    promised_by(path, path.care.own_worker)
    standing_in = SubstituteFactory(care=path.care).worker

    assert day_of(standing_in) == [PROMISE]
    assert day_of(path.care.own_worker) == [PROMISE]
    assert day_of(worker(team=path.care.team)) == []


def test_the_substitute_does_not_mind_what_the_pair_promised(path):
    promised_by(path, AssignmentFactory(care=path.care).worker)

    assert day_of(SubstituteFactory(care=path.care).worker) == []


def test_what_has_been_left_is_marked_as_done_by_who_minds_it(path):
    gone = worker(team=path.care.team)
    step = promised_by(path, gone)
    gone.is_active = False
    gone.save()

    answer = Desk().sit(path.care.own_worker).send(f"/steps/{step.ref}/done/", {"outcome": "Vein"})

    step.refresh_from_db()
    assert (answer.status_code, step.outcome) == (303, "Vein")
