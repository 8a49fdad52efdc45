"""Where it is going: paths and visits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from pathways.models import Pathway, StageMove, Visit, VisitKind, VisitText
from pathways.models.stage import Stage
from tests.factories.care import CareFactory
from tests.factories.days import today


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
