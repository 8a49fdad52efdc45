"""Before anybody is a client: the diary, and people met by a nickname."""

from __future__ import annotations

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from pathways.models import OutreachContact, OutreachEntry
from tests.factories.days import today
from tests.factories.people import worker


class EntryFactory(DjangoModelFactory):
    """A round last week, by a worker of the team."""

    class Meta:
        model = OutreachEntry

    author = factory.LazyFunction(worker)
    team = factory.LazyAttribute(lambda entry: entry.author.rights[0].team)
    on = factory.LazyFunction(lambda: today() - timedelta(days=7))
    place = "Kyläkauppa"
    people_met = 4


class ContactFactory(DjangoModelFactory):
    """Met last week, taken by the one who met; `ago` in days."""

    class Meta:
        model = OutreachContact

    class Params:
        ago = 7

    author = factory.LazyFunction(worker)
    team = factory.LazyAttribute(lambda contact: contact.author.rights[0].team)
    taken_by = factory.SelfAttribute("author")
    nickname = "Hippu"
    place = "Kyläkauppa"
    words = "En saa unta."
    met_on = factory.LazyAttribute(lambda contact: today() - timedelta(days=contact.ago))
    last_met_on = factory.SelfAttribute("met_on")
    logged_on = factory.SelfAttribute("met_on")
