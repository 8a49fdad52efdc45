"""What lies on the table of one meeting, fetched in few statements whatever the number of parties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from network.models import Meeting, MeetingDecision, MeetingParty, Member


class Table(NamedTuple):
    """Who was asked, what is decided, what was promised last time, and who may be given a task."""

    meeting: Meeting
    parties: Sequence[MeetingParty]
    decisions: Sequence[MeetingDecision]
    promises: Sequence[MeetingDecision]
    members: Sequence[Member]


def table_of(meeting: Meeting, *, today: date, with_members: bool = False) -> Table:
    """Four statements, and one more for the members."""
    parties = list(meeting.parties.select_related("member__organisation", "member__user"))
    decisions = list(meeting.decisions.select_related("doer", "step", "meeting__client"))
    members: list[Member] = []
    if with_members:
        members = list(Member.objects.of(meeting.client).on(today).with_home().named())
    promises = _promises(meeting)
    for one in (*decisions, *promises):
        one.state = one.state_on(today)
    return Table(meeting, parties, decisions, promises, members)


def _promises(meeting: Meeting) -> list[MeetingDecision]:
    """The decisions of the meeting before this one, as they were agreed on."""
    last = Meeting.objects.before(meeting).only("pk").first()
    if last is None:
        return []
    found = MeetingDecision.objects.filter(meeting=last)
    return list(found.select_related("doer", "step__doer", "step__client", "meeting__client"))
