"""Papers that were given."""

from __future__ import annotations

from hashlib import sha256

import factory
from factory.django import DjangoModelFactory

from network.models import Disclosure, WithdrawalTold
from network.models.withdrawal_told import Told
from paku.printing.models import Paper
from tests.factories.consents import ConsentFactory
from tests.factories.days import today
from tests.factories.network import MemberFactory
from tests.factories.people import worker

PDF = b"%PDF-1.7 of a test"


class PaperFactory(DjangoModelFactory):
    """A frozen summary; its bytes are no real sheet."""

    class Meta:
        model = Paper

    class Params:
        client = None

    serial = factory.Sequence(lambda number: f"2020-{number:06d}")
    kind = "summary"
    client_ref = factory.LazyAttribute(lambda paper: paper.client.ref)
    language = "fi"
    recipient = "Ville Velkaneuvoja"
    purpose = "Verkostotapaaminen"
    ground = "shl_41"
    pdf = PDF
    sha256 = sha256(PDF).hexdigest()
    pages = 1
    made_by = factory.LazyFunction(worker)


class DisclosureFactory(DjangoModelFactory):
    """A summary of the agreed steps, given to a member; `rests_on=[…]` are the consents that carry it."""

    class Meta:
        model = Disclosure
        skip_postgeneration_save = True

    member = factory.SubFactory(MemberFactory)
    client = factory.LazyAttribute(lambda given: given.member.client)
    by = factory.LazyFunction(worker)
    paper = factory.SubFactory(
        PaperFactory,
        client=factory.SelfAttribute("..client"),
        made_by=factory.SelfAttribute("..by"),
    )
    recipient = factory.LazyAttribute(lambda given: given.member.name)
    purpose = "Verkostotapaaminen"
    ground = "shl_41"
    sections = factory.LazyFunction(lambda: ["steps"])

    @factory.post_generation
    def rests_on(self, create: bool, extracted: list | None, **kwargs: object) -> None:
        if create and extracted:
            self.consents.add(*extracted)


class WithdrawalToldFactory(DjangoModelFactory):
    """Somebody was told by telephone today."""

    class Meta:
        model = WithdrawalTold

    consent = factory.SubFactory(ConsentFactory)
    disclosure = factory.SubFactory(
        DisclosureFactory, member=factory.SelfAttribute("..consent.member")
    )
    told_on = factory.LazyFunction(today)
    how = Told.PHONE
    by = factory.LazyFunction(worker)
