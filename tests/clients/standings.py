"""Somebody in each standing to a path's client (paku/access/rights.py), for the tests that go cell by cell."""

from clients.models import BreakGlass
from clients.models.assignment import Part
from paku.access.roles import Role, TaskClass
from tests.factories import (
    AssignmentFactory,
    MembershipFactory,
    StandInFactory,
    SubstituteFactory,
    UserFactory,
    today,
    worker,
)


def in_team(role, path):
    return worker(role, team=path.care.team)


def own(path):
    return path.care.own_worker


def pair(path):
    return AssignmentFactory(care=path.care).worker


def substitute(path):
    return SubstituteFactory(care=path.care).worker


def provider(path):
    user = UserFactory()
    MembershipFactory(user=user, team=path.care.team, task_class=TaskClass.PROVIDING)
    AssignmentFactory(care=path.care, worker=user)
    return user


def social_worker(path):
    return AssignmentFactory(care=path.care, worker=in_team(Role.SOCIAL_WORKER, path)).worker


def student(path):
    return AssignmentFactory(care=path.care, student=True, part=Part.STUDENT).worker


def near_worker(path):
    return AssignmentFactory(care=path.care, near_worker=True, part=Part.NEAR_WORKER).worker


def colleague(path):
    return in_team(Role.INSTRUCTOR, path)


def social_colleague(path):
    return in_team(Role.SOCIAL_WORKER, path)


def colleague_with_a_reason(path):
    return StandInFactory(client=path.client, worker=colleague(path)).worker


def supervisor(path):
    return in_team(Role.SUPERVISOR, path)


def emergency(path):
    user = worker()
    BreakGlass.objects.create(
        client=path.client,
        worker=user,
        reason="life",
        words="Naapuri soitti: ei avaa ovea",
        review_due_on=today(),
    )
    return user


def stranger(path):
    return worker()


def other_supervisor(path):
    return worker(Role.SUPERVISOR)


def main_user(path):
    return worker(Role.MAIN_USER)


def officer(path):
    return worker(Role.PRIVACY_OFFICER)


def excluded(path):
    user = supervisor(path)
    path.client.exclusions.create(user=user, reason="relative", added_by=own(path))
    return user


def excluded_officer(path):
    user = officer(path)
    path.client.exclusions.create(user=user, reason="relative", added_by=own(path))
    return user
