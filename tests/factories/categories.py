"""Talks about how support is arranged."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from pathways.models import CategoryTalk
from tests.factories.days import today
from tests.factories.paths import PathFactory


class CategoryTalkFactory(DjangoModelFactory):
    """A week ago: scarce strength, few people around, four parties; network services, and the person agrees."""

    class Meta:
        model = CategoryTalk

    path = factory.SubFactory(PathFactory)
    on = factory.LazyFunction(lambda: today() - timedelta(days=7))
    strength = understanding = managing = trusted = helped = 1
    parties = 4
    tangled = unsteady = missing = joining = 2
    suggested = chosen = "network"
    client_agrees = "yes"
    by = factory.SelfAttribute("path.care.own_worker")
