"""Whoever opens a file for a stated reason: a stand-in, an emergency."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from clients.models import BreakGlass, StandIn
from tests.factories.care import ClientFactory
from tests.factories.days import today
from tests.factories.people import worker


class StandInFactory(DjangoModelFactory):
    """A colleague of the same team with a stated reason, for a day from now."""

    class Meta:
        model = StandIn

    client = factory.SubFactory(ClientFactory)
    worker = factory.LazyAttribute(lambda made: worker(team=made.client.care.team))
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
