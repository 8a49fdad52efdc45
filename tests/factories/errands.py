"""Errands together, improvements, good practices and partners' feedback."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from network.models import FeedbackAnswer, FeedbackQuestion, PartnerFeedback
from pathways.models import Errand, GoodPractice, Improvement
from tests.factories.days import today
from tests.factories.network import StepFactory
from tests.factories.paths import PathFactory
from tests.factories.people import worker


class ErrandFactory(DjangoModelFactory):
    """Ten days ago by phone, the person there. `waiting=True`: a decision is expected in a week."""

    class Meta:
        model = Errand

    class Params:
        waiting = factory.Trait(
            expected=factory.SubFactory(
                StepFactory, client=factory.SelfAttribute("..path.client"), what="Päätös"
            )
        )

    path = factory.SubFactory(PathFactory)
    what = "Haettiin yleistä asumistukea"
    on = factory.LazyFunction(lambda: today() - timedelta(days=10))
    channel = "phone"
    mandate = "present"
    by = factory.SelfAttribute("path.care.own_worker")


class ImprovementFactory(DjangoModelFactory):
    """Agreed on, due in a month, of no problem spot."""

    class Meta:
        model = Improvement

    problem = "Velkaneuvontaan jonotetaan puoli vuotta"
    owner = factory.LazyFunction(worker)
    due_on = factory.LazyFunction(lambda: today() + timedelta(days=30))
    by = factory.SelfAttribute("owner")


class GoodPracticeFactory(DjangoModelFactory):
    class Meta:
        model = GoodPractice

    what = factory.Sequence(lambda n: f"Mennään yhdessä, tapa {n}")
    by = factory.LazyFunction(worker)


class FeedbackFactory(DjangoModelFactory):
    """On paper from an association, all “yes”, or `answers={code: answer}` with the rest left out."""

    class Meta:
        model = PartnerFeedback
        skip_postgeneration_save = True

    kind = "association"
    on = factory.LazyFunction(lambda: today() - timedelta(days=60))
    came = "paper"
    by = factory.LazyFunction(worker)

    @factory.post_generation
    def answers(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        FeedbackAnswer.objects.bulk_create(
            FeedbackAnswer(
                feedback=self,
                question=question,
                answer="yes" if extracted is None else extracted[question.code],
            )
            for question in FeedbackQuestion.objects.on(self.on)
            if extracted is None or question.code in extracted
        )
