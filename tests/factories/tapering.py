"""Tapering plans and calls after support."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from pathways.models import CheckIn, TaperingPlan, TaperingStep
from pathways.models.stage import Stage
from tests.factories.days import today
from tests.factories.network import StepFactory
from tests.factories.paths import PathFactory


class TaperingPlanFactory(DjangoModelFactory):
    """Made today: weekly visits now, a call a month from next month on."""

    class Meta:
        model = TaperingPlan
        skip_postgeneration_save = True

    path = factory.SubFactory(PathFactory, stage=Stage.TAPERING)
    by = factory.SelfAttribute("path.care.own_worker")
    made_on = factory.LazyFunction(today)
    looked_on = factory.LazyFunction(lambda: today() + timedelta(days=90))
    client_words = "Kokeillaan."

    @factory.post_generation
    def doses(self, create: bool, extracted: object, **kwargs: object) -> None:
        TaperingStep.objects.create(
            plan=self, number=1, from_on=today(), every_days=7, how="visit", begun_on=today(), begun_by=self.by
        )  # fmt: skip
        TaperingStep.objects.create(
            plan=self, number=2, from_on=today() + timedelta(days=30), every_days=28, how="call"
        )


class CheckInFactory(DjangoModelFactory):
    """The first call after support, a month ahead."""

    class Meta:
        model = CheckIn

    path = factory.SubFactory(PathFactory, stage=Stage.CONTROLLED_EXIT)
    step = factory.SubFactory(StepFactory, client=factory.SelfAttribute("..path.client"))
    months = 1
