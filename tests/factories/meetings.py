"""Network meetings: one that is coming, those asked to it, and what is decided."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import factory
from factory.django import DjangoModelFactory

from network.models import Meeting, MeetingDecision, MeetingParty, PaperBatch, PaperLine
from network.models.meeting import ClientPart
from network.models.meeting_parts import Attendance
from paku.kit.dates import HELSINKI
from tests.factories.care import ClientFactory
from tests.factories.days import today
from tests.factories.network import MemberFactory
from tests.factories.people import worker


def hour(days: int, at: int = 13) -> datetime:
    """So many days from today, by the clock on the wall."""
    return datetime.combine(today() + timedelta(days=days), time(at), HELSINKI)


class MeetingFactory(DjangoModelFactory):
    """In a week, with the client at the table. Agree on it with `agreed`, when its parts are there."""

    class Meta:
        model = Meeting

    client = factory.SubFactory(ClientFactory)
    purpose = "Haluan että laskut saadaan järjestykseen."
    starts_at = factory.LazyFunction(lambda: hour(7))
    place = "Kunnantalo, kokoushuone 2"
    client_part = ClientPart.PRESENT
    called_by = factory.LazyFunction(worker)
    edited_by = factory.SelfAttribute("called_by")


class MeetingPartyFactory(DjangoModelFactory):
    class Meta:
        model = MeetingParty

    meeting = factory.SubFactory(MeetingFactory)
    member = factory.LazyAttribute(lambda party: MemberFactory(client=party.meeting.client))
    attendance = Attendance.INVITED


class MeetingDecisionFactory(DjangoModelFactory):
    """The client's own, due in a week."""

    class Meta:
        model = MeetingDecision

    meeting = factory.SubFactory(MeetingFactory)
    number = factory.Sequence(lambda n: n % 30000 + 1)
    what = "Soittaa velkaneuvontaan"
    due_on = factory.LazyFunction(lambda: today() + timedelta(days=7))


class PaperBatchFactory(DjangoModelFactory):
    """Invitations that wait to be made."""

    class Meta:
        model = PaperBatch

    meeting = factory.SubFactory(MeetingFactory)
    kind = "invitation"
    on = factory.LazyFunction(today)
    asked_by = factory.SelfAttribute("meeting.called_by")


class PaperLineFactory(DjangoModelFactory):
    """The client's own."""

    class Meta:
        model = PaperLine

    batch = factory.SubFactory(PaperBatchFactory)
    recipient = "Aino Esimerkki"
    language = "fi"
    fingerprint = factory.Sequence(lambda n: f"{n:064x}")
