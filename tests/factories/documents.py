"""Assessments, plans and reviews: ready ones, made a month ago by the own worker."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from pathways.models import Assessment, Plan, Review
from tests.factories.days import today
from tests.factories.paths import PathFactory

AGO = timedelta(days=30)


class DocumentFactory(DjangoModelFactory):
    """`unfinished=True`: nobody has made it ready."""

    class Meta:
        abstract = True

    class Params:
        unfinished = factory.Trait(ready_on=None, ready_at=None, ready_by=None, ready_role="")

    path: Any = factory.SubFactory(PathFactory)
    author = factory.SelfAttribute("path.care.own_worker")
    author_role = "Sosiaaliohjaaja"
    edited_by = factory.SelfAttribute("author")
    ready_on = factory.LazyFunction(lambda: today() - AGO)
    ready_at = factory.LazyFunction(lambda: timezone.now() - AGO)
    ready_by = factory.SelfAttribute("author")
    ready_role = "Sosiaaliohjaaja"
    client_view = "Oikein kirjoitettu."


class AssessmentFactory(DocumentFactory):
    """No special support."""

    class Meta:
        model = Assessment

    situation_worker = "Vuokravelkaa on kolmelta kuulta."
    needs = ["money", "housing"]
    needs_client = "Apua laskuihin."
    special_support = "no"


class PlanFactory(DocumentFactory):
    """To be reviewed in half a year."""

    class Meta:
        model = Plan

    need_worker = "Talous ja asuminen."
    means = "Käydään laskut läpi yhdessä."
    next_review_on = factory.LazyFunction(lambda: today() + timedelta(days=150))


class ReviewFactory(DocumentFactory):
    """The plan holds."""

    class Meta:
        model = Review

    worker_view = "Velka on puolittunut."
    outcome = "holds"
    next_review_on = factory.LazyFunction(lambda: today() + timedelta(days=150))
