"""A person offered to another own worker."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from pathways.gathering import gather
from pathways.models import Handover
from pathways.models.handover import WhyHandedOver
from tests.factories.care import CareFactory
from tests.factories.days import today
from tests.factories.people import worker


class HandoverFactory(DjangoModelFactory):
    """Waiting, within the team, told to the person today."""

    class Meta:
        model = Handover

    care = factory.SubFactory(CareFactory)
    client = factory.SelfAttribute("care.client")
    giver = factory.SelfAttribute("care.own_worker")
    receiver = factory.LazyAttribute(lambda handover: worker(team=handover.care.team))
    from_team = factory.SelfAttribute("care.team")
    team = factory.SelfAttribute("care.team")
    why = WhyHandedOver.LEAVES
    letter = "Soita ensin."
    gathered = factory.LazyAttribute(lambda handover: gather(handover.care, today()))
    told_on = factory.LazyFunction(today)
    offered_by = factory.SelfAttribute("giver")
    offered_on = factory.LazyFunction(today)
