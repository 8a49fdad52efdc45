"""Path breaks and what worked; with a path, or of the area."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from pathways.models import BreakKind, PathBreak, ThisWorked
from tests.factories.days import today
from tests.factories.paths import PathFactory
from tests.factories.people import TeamFactory, UserFactory


class PathBreakFactory(DjangoModelFactory):
    """A queue that has lasted ten days, marked by the own worker. `area=True`: without a person."""

    class Meta:
        model = PathBreak

    class Params:
        area = factory.Trait(
            path=None, stage="", team=factory.SubFactory(TeamFactory), author=factory.SubFactory(UserFactory)
        )  # fmt: skip

    path = factory.SubFactory(PathFactory)
    kind = factory.LazyFunction(lambda: BreakKind.objects.get(code="queue"))
    stage = factory.LazyAttribute(lambda one: one.path.stage if one.path else "")
    since = factory.LazyFunction(lambda: today() - timedelta(days=10))
    author = factory.SelfAttribute("path.care.own_worker")
    over_by = factory.LazyAttribute(lambda one: one.author if getattr(one, "until", None) else None)


class ThisWorkedFactory(DjangoModelFactory):
    """Something that worked last week. `area=True`: without a person."""

    class Meta:
        model = ThisWorked

    class Params:
        area = factory.Trait(
            path=None, team=factory.SubFactory(TeamFactory), author=factory.SubFactory(UserFactory)
        )

    path = factory.SubFactory(PathFactory)
    what = "Mentiin yhdessä kirjastoon"
    on = factory.LazyFunction(lambda: today() - timedelta(days=7))
    author = factory.SelfAttribute("path.care.own_worker")
