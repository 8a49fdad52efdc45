"""The four categories stand on a right of their own, page by page and in the database: no student, no near-worker."""

from __future__ import annotations

import pytest
from django.db import connection

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    BreakGlassFactory,
    CategoryTalkFactory,
    MembershipFactory,
    StandInFactory,
    UserFactory,
    worker,
)
from tests.pathways.categories.sheets import answers, chosen, page_of, sheet_of
from tests.pathways.lists import days

pytestmark = pytest.mark.django_db
NOBODY = "5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11"


@pytest.fixture
def talk(path):
    return CategoryTalkFactory(path=path)


def statuses(user, path):
    """(of the page, of the empty sheet, of a saved one)"""
    seat = Desk().sit(user)
    sent = chosen("self_service", seen="1")
    looked = (seat.get(page).status_code for page in (page_of(path), sheet_of(path)))
    return (*looked, seat.send(sheet_of(path), sent).status_code)


def rows_of(user):
    enter(user.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pathways_categorytalk")
        return cursor.fetchone()[0]


def named(path, role):
    user = worker(role, team=path.care.team)
    AssignmentFactory(care=path.care, worker=user, part=role.value, until=days(30))
    return user


def test_the_own_worker_talks_about_it(path, talk):
    assert statuses(path.care.own_worker, path) == (200, 200, 303)


def test_a_pair_whose_task_is_providing_services_does_too(path, talk):
    user = UserFactory()
    MembershipFactory(user=user, team=path.care.team, task_class="providing")
    AssignmentFactory(care=path.care, worker=user)

    assert statuses(user, path) == (200, 200, 303)


@pytest.mark.parametrize("role", [Role.NEAR_WORKER, Role.STUDENT])
def test_neither_a_near_worker_nor_a_student_finds_any_of_it(path, talk, role):
    user = named(path, role)

    assert set(statuses(user, path)) <= {403, 404}
    assert rows_of(user) == 0
    assert (
        page_of(path) not in Desk().sit(user).get(f"/clients/{path.client.ref}/").content.decode()
    )


def test_a_colleague_reads_after_a_reason_and_does_not_write(path, talk):
    colleague = worker(team=path.care.team)
    before = statuses(colleague, path)
    StandInFactory(client=path.client, worker=colleague)

    assert set(before) == {403}
    assert statuses(colleague, path) == (200, 403, 403)


def test_it_is_not_opened_in_an_emergency(path, talk):
    saver = worker(Role.SOCIAL_WORKER)
    BreakGlassFactory(client=path.client, worker=saver)

    assert set(statuses(saver, path)) == {403}


def test_a_supervisor_needs_a_reason_and_a_strangers_page_is_not_there(path, talk):
    boss, stranger = worker(Role.SUPERVISOR, team=path.care.team), worker()
    seat = Desk().sit(stranger)
    absent = seat.get(page_of(path).replace(str(path.client.ref), NOBODY))

    assert set(statuses(boss, path)) == {403}
    assert rows_of(boss) == 0
    assert set(statuses(stranger, path)) == {404}
    assert seat.get(page_of(path)).content == absent.content
    assert rows_of(stranger) == 0


def test_each_look_leaves_an_entry_and_none_of_them_tells_the_category(desk, path, talk):
    desk.get(page_of(path))
    desk.get(sheet_of(path))
    desk.send(sheet_of(path), answers(seen="1"))
    desk.send(sheet_of(path), chosen("self_service", seen="1"))

    read = Entry.objects.filter(deed="pathways.categories_read")
    saved = Entry.objects.filter(deed="pathways.categories_talked")
    assert (read.count(), saved.count()) == (3, 1)
    told = str(list(read.values()) + list(saved.values()))
    assert "self_service" not in told
    assert "'network'" not in told
