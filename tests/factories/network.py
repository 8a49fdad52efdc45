"""Who is around: organisations, members, and what is agreed with them."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from network.models import Member, Organisation, Step, Talk, Tie
from network.models.member import MemberKind
from network.models.organisation import OrganisationKind
from tests.factories.care import ClientFactory
from tests.factories.days import today
from tests.factories.people import worker


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Järjestö {n}")
    kind = OrganisationKind.ASSOCIATION


class MemberFactory(DjangoModelFactory):
    """A partner without an account."""

    class Meta:
        model = Member

    client = factory.SubFactory(ClientFactory)
    kind = MemberKind.PARTNER
    name = factory.Sequence(lambda n: f"Kumppani {n}")
    role = "velkaneuvoja"
    since = factory.LazyFunction(lambda: today() - timedelta(days=90))


class StepFactory(DjangoModelFactory):
    """An open step of the client's own, due in a week."""

    class Meta:
        model = Step

    client = factory.SubFactory(ClientFactory)
    what = "Soittaa Kelaan"
    due_on = factory.LazyFunction(lambda: today() + timedelta(days=7))
    agreed_on = factory.LazyFunction(lambda: today() - timedelta(days=7))
    agreed_by = factory.LazyFunction(worker)


class TieFactory(DjangoModelFactory):
    """Somebody near, with an ordinary tie, placed a month ago."""

    class Meta:
        model = Tie

    client = factory.SelfAttribute("member.client")
    member = factory.SubFactory(MemberFactory)
    sector = "close"
    ring = 2
    strength = "ordinary"
    since = factory.LazyFunction(lambda: today() - timedelta(days=30))
    by = factory.LazyFunction(worker)


class TalkFactory(DjangoModelFactory):
    """Two who talk to each other: `one` was written down first."""

    class Meta:
        model = Talk

    client = factory.SelfAttribute("one.client")
    one = factory.SubFactory(MemberFactory)
    other = factory.SubFactory(MemberFactory, client=factory.SelfAttribute("..one.client"))
    since = factory.LazyFunction(lambda: today() - timedelta(days=30))
    by = factory.LazyFunction(worker)
