"""Clocks that run on a path."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from paku.reminders.models import Clock
from pathways.models import ClockRun
from tests.factories.days import today
from tests.factories.paths import PathFactory


class ClockRunFactory(DjangoModelFactory):
    """A personal talk that was asked for today."""

    class Meta:
        model = ClockRun

    path = factory.SubFactory(PathFactory)
    code = "talk"
    clock = factory.LazyAttribute(lambda run: Clock.objects.get(code=run.code))
    started_on = factory.LazyFunction(today)
    due_on = factory.LazyAttribute(lambda run: run.started_on + timedelta(days=9))
    author = factory.SelfAttribute("path.care.own_worker")
