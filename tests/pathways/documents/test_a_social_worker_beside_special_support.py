"""Special support without a social worker as own worker or pair is told beside the assessment and the plan; it refuses
nothing (SHL 42 §)."""

from datetime import timedelta

import pytest

from paku.access.roles import Role
from tests.factories import AssessmentFactory, AssignmentFactory, PlanFactory, today, worker
from tests.pathways.documents.sheets import a_plan, new, of
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db
SPECIAL = {"special_support": "yes", "special_ground": "Syy"}


def special(path, **fields):
    return AssessmentFactory(path=path, special_on=today(), **SPECIAL, **fields)


def is_told(answer):
    page = text(answer)
    told = bool(answer.context["wants_social_worker"])
    assert ("tone-warn" in page.partition("<main")[2]) is told
    return told


def test_it_is_told_on_assessment_and_plan_and_refuses_nothing(desk, path):
    one = special(path)
    plan = PlanFactory(path=path, assessment=one, unfinished=True)

    pages = [desk.get(of(one)), desk.get(of(plan)), desk.get(of(plan, "edit"))]
    assert [is_told(page) for page in pages] == [True] * 3
    assert desk.send(of(plan, "edit"), a_plan(seen="1", finish="1")).status_code == 303
    assert is_told(desk.get(of(plan)))


def test_a_new_plan_tells_it_by_the_newest_assessment(desk, path):
    special(path)

    assert is_told(desk.get(new(path, "plan")))


def test_without_special_support_nothing_is_told(desk, path):
    assert not is_told(desk.get(of(AssessmentFactory(path=path))))


@pytest.mark.parametrize(
    ("part", "until", "told"),
    [("pair", None, False), ("pair", -1, True), ("student", 30, True)],
)
def test_a_social_worker_as_pair_today_is_enough(desk, path, part, until, told):
    ends = today() + timedelta(days=until) if until else None
    AssignmentFactory(
        care=path.care, part=part, worker=worker(Role.SOCIAL_WORKER, team=path.care.team),
        since=today() - timedelta(days=9), until=ends,
    )  # fmt: skip

    assert is_told(desk.get(of(special(path)))) is told


def test_a_social_worker_as_own_worker_is_enough(desk, path):
    one = special(path)
    path.care.own_worker = worker(Role.SOCIAL_WORKER, team=path.care.team)
    path.care.save()
    AssignmentFactory(care=path.care, worker=desk.user)

    assert not is_told(desk.get(of(one)))
