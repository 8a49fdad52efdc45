"""What is in the directory: services, where and when they are met, who works together."""

from __future__ import annotations

from datetime import time, timedelta

import factory
from factory.django import DjangoModelFactory

from clients.models import Municipality
from network.models import (
    AreaNetwork,
    ContactPerson,
    DirectoryChange,
    PopUpDay,
    PopUpSeries,
    Presence,
    Service,
)
from network.models.directory_change import Target
from network.models.pop_up_series import Rhythm
from paku.access.roles import Role
from tests.factories.days import today
from tests.factories.network import OrganisationFactory
from tests.factories.people import worker

PIHTIPUDAS = "601"


def municipality(code: str = PIHTIPUDAS) -> Municipality:
    return Municipality.objects.get(code=code)


class ServiceFactory(DjangoModelFactory):
    """Serves the whole area, asks for nothing, and where it is met is not told."""

    class Meta:
        model = Service

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Palvelu {n}")


class ContactPersonFactory(DjangoModelFactory):
    class Meta:
        model = ContactPerson

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Yhteyshenkilö {n}")
    phone = "+358400000900"


class PresenceFactory(DjangoModelFactory):
    class Meta:
        model = Presence

    service = factory.SubFactory(ServiceFactory)
    municipality = factory.LazyFunction(municipality)
    place = "Kunnantalo"


class PopUpDayFactory(DjangoModelFactory):
    """A week from now, from ten to two."""

    class Meta:
        model = PopUpDay

    service = factory.SubFactory(ServiceFactory)
    municipality = factory.LazyFunction(municipality)
    place = "Kunnantalon aula"
    on = factory.LazyFunction(lambda: today() + timedelta(days=7))
    opens_at = time(10)
    closes_at = time(14)


class PopUpSeriesFactory(DjangoModelFactory):
    """Every week of the coming month; its days are made by the action."""

    class Meta:
        model = PopUpSeries

    service = factory.SubFactory(ServiceFactory)
    municipality = factory.LazyFunction(municipality)
    place = "Kunnantalon aula"
    opens_at = time(10)
    closes_at = time(14)
    rhythm = Rhythm.WEEKS
    weekday = factory.LazyAttribute(lambda row: row.since.weekday())
    since = factory.LazyFunction(today)
    until = factory.LazyFunction(lambda: today() + timedelta(days=28))


class AreaNetworkFactory(DjangoModelFactory):
    class Meta:
        model = AreaNetwork
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Kylän verkosto {n}")
    municipality = factory.LazyFunction(municipality)

    @factory.post_generation
    def members(self, create, extracted, **kwargs):
        self.members.set(extracted or [OrganisationFactory()])


class DirectoryChangeFactory(DjangoModelFactory):
    """A new organisation that waits for its second person."""

    class Meta:
        model = DirectoryChange

    target = Target.ORGANISATION
    told = factory.LazyFunction(
        lambda: {"name": "Kylätupa ry", "kind": "association", "former_names": "", "phone": ""}
    )
    asked_by = factory.LazyFunction(lambda: worker(Role.MAIN_USER))
