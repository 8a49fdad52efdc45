"""All assessments, plans and reviews of a person on one page, and of which plans a review is due."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from paku.access.roles import Role
from paku.printing.sections import parts_of
from paku.reminders.planning import write_notices
from paku.reminders.sources import nudges_for
from pathways.models import Assessment, Plan
from tests.desk import Desk
from tests.factories import (
    AssessmentFactory,
    AssignmentFactory,
    PathFactory,
    PlanFactory,
    ReviewFactory,
    today,
    worker,
)
from tests.pathways.documents.sheets import new, of
from tests.pathways.lists import text
from tests.told import told_on

pytestmark = pytest.mark.django_db
LATE = timedelta(days=-3)


def page_of(path):
    return reverse("pathways:plan", args=[path.client.ref])


def due(user):
    return [one for one in nudges_for(user, today()) if one.kind == "plan_review"]


def test_ten_of_each_cost_what_one_does(desk, path):
    makers = (AssessmentFactory, PlanFactory, ReviewFactory)
    for make in makers:
        make(path=path)
    one = desk.cost(page_of(path))
    for make in makers:
        make.create_batch(9, path=path)

    assert desk.cost(page_of(path)) == one
    assert one <= 12


def test_the_newest_stands_first_and_the_unfinished_is_gone_on_with(desk, path):
    old = AssessmentFactory(path=path, ready_at=timezone.now() - timedelta(days=400))
    newest = AssessmentFactory(path=path)
    unfinished = PlanFactory(path=path, unfinished=True)

    kinds = {one["kind"]: one for one in desk.get(page_of(path)).context["kinds"]}

    assert (kinds["assessment"]["newest"], kinds["assessment"]["earlier"]) == (newest, [old])
    assert (kinds["plan"]["unfinished"], kinds["plan"]["newest"]) == (unfinished, None)
    assert new(path, "plan") not in text(desk.get(page_of(path)))


def named(path, role, **fields):
    """Somebody who was given this client by name."""
    part = AssignmentFactory(care=path.care, part=role, worker=worker(role), **fields)
    return Desk().sit(part.worker)


def test_a_near_worker_sees_no_plan_and_a_student_writes_one(path):
    one = PlanFactory(path=path)
    near = named(path, Role.NEAR_WORKER)
    student = named(path, Role.STUDENT, until=today() + timedelta(days=30))
    pages = (page_of(path), new(path), of(one))

    assert [near.get(url).status_code for url in pages] == [403, 403, 404]
    assert [student.get(url).status_code for url in pages] == [200] * 3


def test_a_colleague_is_asked_for_a_reason_and_may_not_write(path):
    one = PlanFactory(path=path)
    colleague = Desk().sit(worker(Role.SOCIAL_WORKER, team=path.care.team))

    asked = colleague.get(page_of(path))

    assert asked.status_code == 403
    assert reverse("clients:stand-in", args=[path.client.ref]) in text(asked)
    assert [colleague.get(url).status_code for url in (new(path), of(one))] == [403, 404]


def test_a_review_that_is_due_is_told_to_the_own_worker_once(desk, path):
    PlanFactory(path=path, next_review_on=today() + LATE)

    write_notices(today())
    write_notices(today())

    assert [(one.reference, one.due_on) for one in due(desk.user)] == [(path.ref, today() + LATE)]
    page = desk.get("/")
    assert [one.about for one in told_on(page)] == [path]


def test_a_review_or_a_new_plan_ends_the_waiting(desk, path):
    PlanFactory(path=path, next_review_on=today() + LATE, ready_at=timezone.now() - timedelta(90))
    write_notices(today())
    assert due(desk.user)

    ReviewFactory(path=path)

    assert not due(desk.user)
    assert not told_on(desk.get("/"))


def test_the_day_that_a_review_names_comes_too(desk, path):
    PlanFactory(path=path, ready_at=timezone.now() - timedelta(days=200))
    ReviewFactory(path=path, next_review_on=today())

    assert [one.due_on for one in due(desk.user)] == [today()]


def test_what_is_unfinished_or_of_an_ended_path_is_not_waited_for(desk, path):
    PlanFactory(path=path, unfinished=True, next_review_on=today() + LATE)
    ended = PathFactory(
        care__own_worker=desk.user, care__team=path.care.team, ended_on=today(), ending="coping"
    )
    PlanFactory(path=ended, next_review_on=today() + LATE)

    assert due(desk.user) == []


def test_the_plan_may_be_chosen_for_a_summary_and_is_never_chosen_beforehand(path):
    part = next(part for part in parts_of("summary") if part.name == "plan")
    assert (part.sensitive, part.default) == (True, False)
    assert part.tell(path.client, None, today()) is None

    PlanFactory(path=path, unfinished=True)
    assert part.tell(path.client, None, today()) is None
    Plan.objects.all().delete()
    PlanFactory(path=path, means="Laskut torstaisin.")

    told = part.tell(path.client, None, today())
    assert "Laskut torstaisin." in str(told["parts"])
    assert not Assessment.objects.exists()
