"""The client and whose client they are: care relationships, assignments, substitutes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from clients.models import (
    Alert,
    Assignment,
    CareRelationship,
    Client,
    OwnWords,
    OwnWorkerPeriod,
    Substitute,
)
from clients.models.alert import AlertKind
from clients.models.assignment import Part
from clients.models.own_words import Question
from paku.access.roles import Role
from tests.factories.days import today
from tests.factories.people import TeamFactory, worker


class ClientFactory(DjangoModelFactory):
    class Meta:
        model = Client

    first_names = factory.Sequence(lambda n: f"Aino {n}")
    last_name = "Esimerkki"


class OwnWordsFactory(DjangoModelFactory):
    class Meta:
        model = OwnWords

    client = factory.SubFactory(ClientFactory)
    question = Question.DREAMS
    text = "Että saisin oman koiran."
    said_on = factory.LazyFunction(lambda: today() - timedelta(days=30))
    heard_by = factory.LazyFunction(worker)


class AlertFactory(DjangoModelFactory):
    """In force, told to the person, to be looked at again in a month."""

    class Meta:
        model = Alert

    client = factory.SubFactory(ClientFactory)
    kind = AlertKind.HOME_VISIT
    text = "Soita portilta: koira lasketaan sisään ensin."
    reason = "Koira puri postinkantajaa keväällä."
    is_told = True
    told_words = "Puhuttiin yhdessä."
    written_by = factory.LazyFunction(worker)
    written_on = factory.LazyFunction(today)
    review_on = factory.LazyAttribute(lambda alert: alert.written_on + timedelta(days=30))
    expires_on = factory.LazyAttribute(lambda alert: alert.written_on + timedelta(days=90))


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
