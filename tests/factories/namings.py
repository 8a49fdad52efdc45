"""A request that somebody walks beside a person."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from clients.models.assignment import Part
from paku.access.roles import Role
from pathways.models import AskedNaming
from tests.factories.care import CareFactory
from tests.factories.days import today
from tests.factories.people import worker


class AskedNamingFactory(DjangoModelFactory):
    """Asked by the own worker: a near-worker from today on."""

    class Meta:
        model = AskedNaming

    care = factory.SubFactory(CareFactory)
    client = factory.SelfAttribute("care.client")
    worker = factory.LazyAttribute(lambda asked: worker(Role.NEAR_WORKER, team=asked.care.team))
    part = Part.NEAR_WORKER
    since = factory.LazyFunction(today)
    why = "Asuu samassa kylässä."
    asked_by = factory.SelfAttribute("care.own_worker")
