"""What the person allows and forbids."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from network.models import Consent
from network.models.consent_kinds import ConsentKind, Manner, Scope
from tests.factories.days import today
from tests.factories.network import MemberFactory
from tests.factories.people import worker


class ConsentFactory(DjangoModelFactory):
    """A spoken consent to tell one member of the agreed steps; `prohibition=True` forbids all of it to them."""

    class Meta:
        model = Consent

    class Params:
        prohibition = factory.Trait(
            kind=ConsentKind.PROHIBITION, scope=Scope.REGISTRAR, topics=factory.List([])
        )

    member = factory.SubFactory(MemberFactory)
    client = factory.LazyAttribute(lambda consent: consent.member.client)
    kind = ConsentKind.MEETING
    topics = factory.LazyFunction(lambda: ["steps"])
    purpose = "Velkojen suunnittelu yhdessä"
    how = Manner.SPOKEN
    given_on = factory.LazyFunction(lambda: today() - timedelta(days=20))
    explained_by = "Outi Ohjaaja"
    by = factory.LazyFunction(worker)
