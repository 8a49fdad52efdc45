"""Pair work: an agreement of an own worker and a near-worker, their reports and guidance."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from django.utils.timezone import now
from factory.django import DjangoModelFactory

from clients.models import Assignment
from clients.models.assignment import Part
from pathways.models import Guidance, Pair, ReportQuestion, ReportText, SituationReport
from tests.factories.care import AssignmentFactory
from tests.factories.days import today
from tests.factories.paths import PathFactory


def _beside(row: Any) -> Any:
    """The near-worker of the path; named now if there is none."""
    named = Assignment.objects.filter(care=row.path.care, part=Part.NEAR_WORKER).first()
    return (named or AssignmentFactory(care=row.path.care, near_worker=True)).worker


class PairFactory(DjangoModelFactory):
    """Agreed a month ago: a report every four weeks, the next in three days."""

    class Meta:
        model = Pair

    path = factory.SubFactory(PathFactory)
    worker = factory.SelfAttribute("path.care.own_worker")
    partner = factory.LazyAttribute(_beside)
    worker_duties = "Päätökset ja hakemukset\nPuhelut Kelaan"
    partner_duties = "Käy kotona joka viikko\nKauppaan yhdessä"
    report_weeks = 4
    since = factory.LazyFunction(lambda: today() - timedelta(days=30))
    report_due_on = factory.LazyFunction(lambda: today() + timedelta(days=3))
    by = factory.SelfAttribute("path.care.own_worker")


class ReportFactory(DjangoModelFactory):
    """Sent yesterday and waiting; `text__changed="…"` for its words. `accepted=True`, `asked_back=True`: answered."""

    class Meta:
        model = SituationReport
        skip_postgeneration_save = True

    class Params:
        accepted = factory.Trait(
            state="accepted",
            accepted_by=factory.SelfAttribute("path.care.own_worker"),
            accepted_at=factory.LazyFunction(now),
        )

    path = factory.SubFactory(PathFactory)
    author = factory.LazyAttribute(_beside)
    sent_on = factory.LazyFunction(lambda: today() - timedelta(days=1))

    @factory.post_generation
    def text(self, create: bool, extracted: Any, **words: Any) -> None:
        words = {"client_words": "Ihan hyvin menee.", "changed": "Syö taas.", **words}
        ReportText.objects.create(report=self, author=self.author, **words)

    @factory.post_generation
    def asked_back(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if extracted:
            question = "Onko sähkölasku maksettu?"
            own_worker = self.path.care.own_worker
            ReportQuestion.objects.create(
                report=self, version=1, text=question, by=own_worker, on=today()
            )
            self.state = "asked_back"
            self.save()


class GuidanceFactory(DjangoModelFactory):
    """Given last week; `waiting=True`: only asked for."""

    class Meta:
        model = Guidance

    class Params:
        waiting = factory.Trait(
            given_by=None, given_on=None, agreed="", asked_on=factory.LazyFunction(today)
        )

    path = factory.SubFactory(PathFactory)
    partner = factory.LazyAttribute(_beside)
    given_by = factory.SelfAttribute("path.care.own_worker")
    given_on = factory.LazyFunction(lambda: today() - timedelta(days=7))
    agreed = "Ei lainata rahaa, mennään yhdessä sosiaalitoimistoon."
