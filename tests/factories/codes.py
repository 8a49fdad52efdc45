"""Identity codes, and who speaks for a person."""

from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from clients.models import IdentityCode, Representative
from clients.models.identity_code import fingerprint_of
from tests.factories.care import ClientFactory
from tests.factories.days import today
from tests.factories.people import UserFactory

ARTIFICIAL = "010190-999W"  # 900–999 belong to nobody


class IdentityCodeFactory(DjangoModelFactory):
    class Meta:
        model = IdentityCode

    client = factory.SubFactory(ClientFactory)
    code = ARTIFICIAL
    fingerprint = factory.LazyAttribute(lambda row: fingerprint_of(row.code))
    written_by = factory.SubFactory(UserFactory)


class RepresentativeFactory(DjangoModelFactory):
    class Meta:
        model = Representative

    client = factory.SubFactory(ClientFactory)
    kind = "guardian"
    name = "Eeva Edunvalvoja"
    competence = "raha-asiat"
    since = factory.LazyFunction(today)
    written_by = factory.SubFactory(UserFactory)
