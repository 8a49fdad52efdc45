"""Goals, measures and the dignity check stand on the plan's own rights (O08, O09): page by page and in the database."""

from __future__ import annotations

import pytest
from django.db import connection

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from pathways.models import DignityTask, GoalStep
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    AttainmentFactory,
    DignityCheckFactory,
    GoalFactory,
    StandInFactory,
    StepFactory,
    TenDimensionsFactory,
    worker,
)
from tests.pathways.goals.sheets import (
    a_goal,
    asked,
    closed,
    judged,
    of_client,
    of_goal,
    of_path,
    ten,
)
from tests.pathways.lists import days

pytestmark = pytest.mark.django_db
NOBODY = "5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11"
TABLES = (
    "goal", "goaltext", "goalstep", "attainment", "tendimensions", "dignitycheck", "dignitytask",
)  # fmt: skip


@pytest.fixture
def goal(path):
    goal = GoalFactory(path=path)
    AttainmentFactory(goal=goal)
    step = StepFactory(client=path.client)
    GoalStep.objects.create(goal=goal, step=step)
    TenDimensionsFactory(path=path)
    check = DignityCheckFactory(path=path, safety="no")
    DignityTask.objects.create(check_made=check, part="safety", step=step)
    return goal


def reading(goal):
    lists = [of_client(name, goal.path) for name in ("goals", "measures", "dignity")]
    return [*lists, of_goal("goal", goal)]


def writing(goal):
    other = {"name": "Kykyviisari", "on": asked()["on"], "value": "6/10", "note": ""}
    return {
        of_path("new-goal", goal.path): a_goal(),
        of_path("new-measure", goal.path): ten(health="3"),
        of_path("new-other-measure", goal.path): other,
        of_path("new-dignity", goal.path): asked(safety="yes"),
        of_goal("judge-goal", goal): judged(),
        of_goal("change-goal", goal): a_goal(version="1", reason=""),
        of_goal("close-goal", goal): closed(),
    }


def statuses(user, goal):
    """(of reading, of writing) one by one."""
    seat = Desk().sit(user)
    read = [seat.get(page).status_code for page in reading(goal)]
    return read, [seat.send(page, fields).status_code for page, fields in writing(goal).items()]


def rows_of(user):
    enter(user.pk)
    with connection.cursor() as cursor:
        counted = " + ".join(f"(SELECT count(*) FROM pathways_{table})" for table in TABLES)
        cursor.execute(f"SELECT {counted}")
        return cursor.fetchone()[0]


def named(path, role):
    """A near-worker or a student to whom the person has been given by name."""
    user = worker(role, team=path.care.team)
    AssignmentFactory(care=path.care, worker=user, part=role.value, until=days(30))
    return user


def test_the_own_worker_and_a_named_student_read_and_write(path, goal):
    for user in (path.care.own_worker, named(path, Role.STUDENT)):
        read, wrote = statuses(
            user, goal if user.pk == path.care.own_worker_id else GoalFactory(path=path)
        )
        assert set(read) == {200}
        assert set(wrote) == {303}


def test_a_near_worker_finds_none_of_it(path, goal):
    user = named(path, Role.NEAR_WORKER)

    read, wrote = statuses(user, goal)

    assert set(read + wrote) <= {403, 404}
    assert rows_of(user) == 0


def test_a_stranger_gets_the_page_of_what_is_not_there(path, goal):
    stranger = worker()
    seat = Desk().sit(stranger)

    for page in reading(goal):
        ref = str(path.client.ref if "/clients/" in page else goal.ref)
        absent = seat.get(page.replace(ref, NOBODY))
        hidden = seat.get(page)
        assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert set(statuses(stranger, goal)[1]) == {404}
    assert rows_of(stranger) == 0


def test_a_colleague_reads_after_a_reason_and_does_not_write(path, goal):
    colleague = worker(team=path.care.team)
    before, _wrote = statuses(colleague, goal)
    StandInFactory(client=path.client, worker=colleague)

    read, wrote = statuses(colleague, goal)

    assert set(before) == {403, 404}
    assert set(read) == {200}
    assert set(wrote) == {403}


def test_a_supervisor_opens_no_goals_without_a_ground(path, goal):
    boss = worker(Role.SUPERVISOR, team=path.care.team)

    assert set(statuses(boss, goal)[0]) <= {403, 404}
    assert rows_of(boss) == 0


def test_each_look_leaves_an_entry_also_when_a_post_comes_back(desk, path, goal):
    for page in (*reading(goal), *writing(goal)):
        before = Entry.objects.filter(deed="pathways.goals_read").count()
        desk.get(page)
        assert Entry.objects.filter(deed="pathways.goals_read").count() == before + 1, page
        if page in writing(goal):
            assert desk.send(page, {}).status_code == 422
            assert Entry.objects.filter(deed="pathways.goals_read").count() == before + 2, page


def test_the_three_pages_stand_beside_each_other_in_the_room_of_the_plan(desk, path, goal):
    page = desk.get(of_client("goals", path)).content.decode()

    assert of_client("measures", path) in page
    assert of_client("dignity", path) in page
