"""Goals with their levels and judgements, measures, and dignity checks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import factory
from factory.django import DjangoModelFactory

from pathways.models import Attainment, DignityCheck, Goal, GoalText, TenDimensions
from tests.factories.days import today
from tests.factories.paths import PathFactory

LEVELS = {
    "much_less": "Kirjeet ovat pinossa",
    "less": "Kirjeet avataan yhdessä",
    "hoped": "Avaan kirjeet joka viikko",
    "more": "Hoidan laskut itse",
    "much_more": "Autan naapuriakin",
}


class GoalFactory(DjangoModelFactory):
    """The person's own goal of a month ago with its levels; `words__client_words=…` for another wording."""

    class Meta:
        model = Goal
        skip_postgeneration_save = True

    path = factory.SubFactory(PathFactory)
    since = factory.LazyFunction(lambda: today() - timedelta(days=30))

    @factory.post_generation
    def words(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        told = {"client_words": "Että uskaltaisin avata kirjeet", "agreed": "yes", **LEVELS}
        GoalText.objects.create(goal=self, author=self.path.care.own_worker, **{**told, **kwargs})


class AttainmentFactory(DjangoModelFactory):
    """Judged together last week: on the way."""

    class Meta:
        model = Attainment

    goal = factory.SubFactory(GoalFactory)
    text = factory.LazyAttribute(lambda one: one.goal.texts.get(version=one.goal.version))
    level = -1
    on = factory.LazyFunction(lambda: today() - timedelta(days=7))
    filled_with = "together"
    by = factory.SelfAttribute("goal.path.care.own_worker")


class TenDimensionsFactory(DjangoModelFactory):
    """Filled in together at the beginning, a month ago; three items answered."""

    class Meta:
        model = TenDimensions

    path = factory.SubFactory(PathFactory)
    on = factory.LazyFunction(lambda: today() - timedelta(days=30))
    occasion = "entry"
    filled_with = "together"
    health, housing, money = 5, 8, 2
    by = factory.SelfAttribute("path.care.own_worker")


class DignityCheckFactory(DjangoModelFactory):
    """All four in order, last week."""

    class Meta:
        model = DignityCheck

    path = factory.SubFactory(PathFactory)
    on = factory.LazyFunction(lambda: today() - timedelta(days=7))
    basic_needs = safety = no_exploitation = care = "yes"
    by = factory.SelfAttribute("path.care.own_worker")
