"""Who stands in each column of the matrix, put beside the world's client."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from clients.models import BreakGlass, Exclusion
from paku.access.models import User
from paku.access.roles import Role, TaskClass
from tests.access_matrix.world import World
from tests.factories import AssignmentFactory, MembershipFactory, UserFactory, today, worker


def beside(role: str, world: World, **fields: object) -> User:
    """One who works with the client by assignment."""
    user = worker(role, team=world.team)
    AssignmentFactory(care=world.path.care, worker=user, **fields)
    return user


def providing(world: World) -> User:
    """The instructor whose task class is providing services (rule 13)."""
    user = UserFactory()
    MembershipFactory(user=user, team=world.team, task_class=TaskClass.PROVIDING)
    AssignmentFactory(care=world.path.care, worker=user)
    return user


def in_an_emergency(world: World) -> User:
    user = worker(Role.SOCIAL_WORKER)
    BreakGlass.objects.create(
        client=world.path.client,
        worker=user,
        reason="life",
        words="Asiakas ei vastaa, huoli hengestä on suuri",
        review_due_on=today() + timedelta(days=3),
    )
    return user


def excluded(role: str, world: World) -> User:
    """Works with the client, and in an emergency too: still nothing is there."""
    user = beside(role, world) if role != Role.SUPERVISOR else worker(role, team=world.team)
    Exclusion.objects.create(
        client=world.path.client,
        user=user,
        reason="former_partner",
        added_by=world.path.care.own_worker,
    )
    BreakGlass.objects.create(
        client=world.path.client,
        worker=user,
        reason="life",
        words="Yritän päästä tietoihin hätätilan varjolla",
        review_due_on=today() + timedelta(days=3),
    )
    return user


def formerly(world: World) -> User:
    user = worker()
    AssignmentFactory(
        care=world.path.care,
        worker=user,
        since=today() - timedelta(days=90),
        until=today() - timedelta(days=1),
    )
    return user


COLUMNS: dict[str, Callable[[World], User | None]] = {
    "SIo": lambda world: beside(Role.INSTRUCTOR, world),
    "SIt": providing,
    "SIu": lambda world: worker(Role.INSTRUCTOR, team=world.team),
    "SIx": lambda world: worker(Role.INSTRUCTOR),
    "SWo": lambda world: beside(Role.SOCIAL_WORKER, world),
    "SWu": lambda world: worker(Role.SOCIAL_WORKER, team=world.team),
    "SUPu": lambda world: worker(Role.SUPERVISOR, team=world.team),
    "SUPx": lambda world: worker(Role.SUPERVISOR),
    "BG": in_an_emergency,
    "EXC": lambda world: excluded(Role.INSTRUCTOR, world),
    "EXCs": lambda world: excluded(Role.SUPERVISOR, world),
    "FRM": formerly,
    "STU": lambda world: beside(
        Role.STUDENT, world, part="student", until=today() + timedelta(days=30)
    ),
    "NW": lambda world: beside(Role.NEAR_WORKER, world, part="near_worker"),
    "NPl": lambda world: None,
    "NPo": lambda world: None,
    "ADM": lambda world: worker(Role.MAIN_USER),
    "AUD": lambda world: worker(Role.PRIVACY_OFFICER),
    "CL": lambda world: None,
    "AN": lambda world: None,
}
