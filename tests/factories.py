"""The ordinary case of every noun; a test states only what matters to it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from factory.django import DjangoModelFactory

from clients.models import (
    Assignment,
    BreakGlass,
    CareRelationship,
    Client,
    OwnWords,
    OwnWorkerPeriod,
    StandIn,
    Substitute,
)
from clients.models.assignment import Part
from clients.models.own_words import Question
from network.models import Member, Organisation, Step
from network.models.member import MemberKind
from network.models.organisation import OrganisationKind
from paku.access.models import Membership, Team, User
from paku.access.roles import Role, TaskClass
from pathways.models import Pathway, StageMove, Visit, VisitKind, VisitText
from pathways.models.stage import Stage

PASSWORD = "kuusen-kuiskaus-7"


@lru_cache(maxsize=1)
def _hashed() -> str:
    """Hashed once: the hash is slow on purpose, and nearly every test has a worker."""
    return make_password(PASSWORD)


def today() -> date:
    return timezone.localdate()


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


class ClientFactory(DjangoModelFactory):
    class Meta:
        model = Client

    first_names = factory.Sequence(lambda n: f"Aino {n}")
    last_name = "Esimerkki"


class CareFactory(DjangoModelFactory):
    """An open care relationship; its own worker is an instructor of the same team."""

    class Meta:
        model = CareRelationship
        skip_postgeneration_save = True

    client = factory.SubFactory(ClientFactory)
    team = factory.SubFactory(TeamFactory)
    own_worker = factory.LazyAttribute(lambda care: worker(team=care.team))
    started_on = factory.LazyFunction(lambda: today() - timedelta(days=100))

    @factory.post_generation
    def period(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if self.own_worker_id:
            OwnWorkerPeriod.objects.create(
                care=self, worker=self.own_worker, since=self.started_on, until=self.ended_on
            )


class AssignmentFactory(DjangoModelFactory):
    """A pair of the same team; `near_worker=True` and `student=True` make the other two parts."""

    class Meta:
        model = Assignment

    class Params:
        near_worker = factory.Trait(
            part=Part.NEAR_WORKER,
            worker=factory.LazyAttribute(lambda a: worker(Role.NEAR_WORKER, team=a.care.team)),
        )
        student = factory.Trait(
            part=Part.STUDENT,
            worker=factory.LazyAttribute(lambda a: worker(Role.STUDENT, team=a.care.team)),
            until=factory.LazyFunction(lambda: today() + timedelta(days=30)),
        )

    care = factory.SubFactory(CareFactory)
    worker = factory.LazyAttribute(lambda a: worker(team=a.care.team))
    part = Part.PAIR
    since = factory.LazyFunction(lambda: today() - timedelta(days=50))


class SubstituteFactory(DjangoModelFactory):
    class Meta:
        model = Substitute

    care = factory.SubFactory(CareFactory)
    worker = factory.LazyAttribute(lambda s: worker(team=s.care.team))
    since = factory.LazyFunction(lambda: today() - timedelta(days=3))
    until = factory.LazyFunction(lambda: today() + timedelta(days=3))


class StandInFactory(DjangoModelFactory):
    """A colleague of the same team with a stated reason, for a day from now."""

    class Meta:
        model = StandIn

    client = factory.SubFactory(ClientFactory)
    worker = factory.LazyFunction(worker)
    reason = "absence"
    words = "Omatyöntekijä on sairaana"


class BreakGlassFactory(DjangoModelFactory):
    """A worker of another team opened the file in an emergency just now."""

    class Meta:
        model = BreakGlass

    client = factory.SubFactory(ClientFactory)
    worker = factory.LazyFunction(worker)
    reason = "life"
    words = "Soitti ja kertoi, ettei halua enää elää"
    review_due_on = factory.LazyFunction(lambda: today() + timedelta(days=5))


class PathFactory(DjangoModelFactory):
    """An open path in intensive support with its first move."""

    class Meta:
        model = Pathway
        skip_postgeneration_save = True

    care = factory.SubFactory(CareFactory)
    client = factory.SelfAttribute("care.client")
    matter = "Työikäisten palvelut"
    opened_on = factory.SelfAttribute("care.started_on")
    stage = Stage.INTENSIVE_SUPPORT
    stage_since = factory.SelfAttribute("opened_on")

    @factory.post_generation
    def first_move(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        StageMove.objects.create(
            path=self,
            stage=self.stage,
            on=self.opened_on,
            why="Alku",
            carried_by=self.care.own_worker.name,
            by=self.care.own_worker,
        )


class VisitFactory(DjangoModelFactory):
    """A visit at home last week by the own worker, with its first text."""

    class Meta:
        model = Visit
        skip_postgeneration_save = True

    path = factory.SubFactory(PathFactory)
    worker = factory.SelfAttribute("path.care.own_worker")
    kind = factory.LazyFunction(lambda: VisitKind.objects.get(code="home"))
    on = factory.LazyFunction(lambda: today() - timedelta(days=7))

    @factory.post_generation
    def note(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        VisitText.objects.create(
            visit=self, author=self.worker, note=extracted or "Puhuttiin arjesta.", **kwargs
        )


class OwnWordsFactory(DjangoModelFactory):
    class Meta:
        model = OwnWords

    client = factory.SubFactory(ClientFactory)
    question = Question.DREAMS
    text = "Että saisin oman koiran."
    said_on = factory.LazyFunction(lambda: today() - timedelta(days=30))
    heard_by = factory.LazyFunction(worker)


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Järjestö {n}")
    kind = OrganisationKind.ASSOCIATION


class MemberFactory(DjangoModelFactory):
    """A partner without an account."""

    class Meta:
        model = Member

    client = factory.SubFactory(ClientFactory)
    kind = MemberKind.PARTNER
    name = factory.Sequence(lambda n: f"Kumppani {n}")
    role = "velkaneuvoja"
    since = factory.LazyFunction(lambda: today() - timedelta(days=90))


class StepFactory(DjangoModelFactory):
    """An open step of the client's own, due in a week."""

    class Meta:
        model = Step

    client = factory.SubFactory(ClientFactory)
    what = "Soittaa Kelaan"
    due_on = factory.LazyFunction(lambda: today() + timedelta(days=7))
    agreed_on = factory.LazyFunction(lambda: today() - timedelta(days=7))
    agreed_by = factory.LazyFunction(worker)
