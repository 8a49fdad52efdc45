"""The quality list gone through with a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from pathways.models import QualityAnswer, QualityCheck, QualityItem
from tests.factories.days import today
from tests.factories.paths import PathFactory


class QualityCheckFactory(DjangoModelFactory):
    """Together at a review, a month ago; all “yes”, or `answers={code: answer}` with the rest not asked."""

    class Meta:
        model = QualityCheck
        skip_postgeneration_save = True

    path = factory.SubFactory(PathFactory)
    on = factory.LazyFunction(lambda: today() - timedelta(days=30))
    asked_at = "review"
    filled_with = "together"
    by = factory.SelfAttribute("path.care.own_worker")

    @factory.post_generation
    def answers(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        QualityAnswer.objects.bulk_create(
            QualityAnswer(
                check_made=self,
                item=item,
                answer="yes" if extracted is None else extracted.get(item.code, "not_asked"),
            )
            for item in QualityItem.objects.on(self.on)
        )
