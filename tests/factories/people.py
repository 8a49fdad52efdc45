"""Who works here: users, teams, memberships."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from paku.access.models import Membership, Team, User
from paku.access.roles import Role, TaskClass
from tests.factories.days import today

PASSWORD = "kuusen-kuiskaus-7"


@lru_cache(maxsize=1)
def _hashed() -> str:
    """Hashed once: the hash is slow on purpose, and nearly every test has a worker."""
    return make_password(PASSWORD)


class TeamFactory(DjangoModelFactory):
    class Meta:
        model = Team

    name = factory.Sequence(lambda n: f"Tiimi {n}")
    provider = "Keski-Suomen hyvinvointialue"


class UserFactory(DjangoModelFactory):
    """A person who signs in; `worker()` below gives a membership too."""

    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"tekija{n}")
    name = factory.Sequence(lambda n: f"Tekijä {n}")
    phone = "+358400000001"
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.LazyFunction(_hashed)


def worker(role: str = Role.INSTRUCTOR, *, team: Team | None = None, **fields: Any) -> User:
    """A user with one live membership: `worker(Role.SUPERVISOR, team=team)`."""
    user = UserFactory(**fields)
    MembershipFactory(user=user, team=team or TeamFactory(), role=role)
    return user


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    team = factory.SubFactory(TeamFactory)
    role = Role.INSTRUCTOR
    task_class = TaskClass.ARRANGING
    since = factory.LazyFunction(lambda: today() - timedelta(days=365))
    until = factory.LazyAttribute(
        lambda m: today() + timedelta(days=60) if m.role == Role.STUDENT else None
    )
