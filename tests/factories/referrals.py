"""Referrals: where to, and how far they have come."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from network.models import Referral
from network.models.grounds import Ground
from network.models.referral_state import Manner, State
from tests.factories.care import ClientFactory
from tests.factories.days import today
from tests.factories.directory import ServiceFactory
from tests.factories.network import MemberFactory
from tests.factories.people import worker


class ReferralFactory(DjangoModelFactory):
    """A draft of today. `ago`: so many days since it was sent; the state then is “sent” unless another is given."""

    class Meta:
        model = Referral

    class Params:
        ago = None
        sent = factory.Trait(ago=3)

    client = factory.SubFactory(ClientFactory)
    service = factory.SubFactory(ServiceFactory)
    organisation = factory.LazyAttribute(lambda made: made.service.organisation)
    asked = "Velkojen selvittely yhdessä."
    carried_by = factory.LazyAttribute(lambda made: MemberFactory(client=made.client))
    by = factory.LazyFunction(worker)
    sent_on = factory.LazyAttribute(
        lambda made: None if made.ago is None else today() - timedelta(days=made.ago)
    )
    state = factory.LazyAttribute(lambda made: State.DRAFT if made.sent_on is None else State.SENT)
    sent_how = factory.LazyAttribute(lambda made: Manner.LETTER if made.sent_on else "")
    ground = factory.LazyAttribute(lambda made: Ground.SHL_41 if made.sent_on else "")
    made_on = factory.LazyAttribute(lambda made: made.sent_on or today())
    since = factory.LazyAttribute(lambda made: made.made_on)
    started_on = factory.LazyAttribute(
        lambda made: made.since if made.state in (State.STARTED, State.ENDED) else None
    )
