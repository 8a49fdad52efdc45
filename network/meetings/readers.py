"""Who reads a paper of a network meeting, and what of it may be theirs by the ledger of consents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from clients.models import Client
from network.meetings.consents import CLIENTS_VIEW, DECISIONS, OTHERS, MayHear
from network.meetings.table import Table
from network.models import Meeting, MeetingDecision, MeetingParty, Member
from network.models.grounds import Ground
from network.papers.summaries import spoken_of

CARRIED_BY = {
    "memo_client": CLIENTS_VIEW, "memo_promises": DECISIONS, "memo_decisions": DECISIONS, "memo_others": OTHERS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Letter:
    """An invitation: `hears` None is the client's."""

    meeting: Meeting
    hears: MayHear | None

    @property
    def is_named(self) -> bool:
        """A consent to the meeting lets it be told whose meeting it is."""
        return self.hears is not None and self.hears.may


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets the memo: `hears` None is the client, whose own copy has everything that is theirs."""

    table: Table
    hears: MayHear | None

    @property
    def meeting(self) -> Meeting:
        return self.table.meeting

    @property
    def member(self) -> Member | None:
        return self.hears.member if self.hears else None

    def name_of(self, doer: Member | None, client: Client) -> str:
        """As this paper may say it."""
        if doer is None:
            return client.spoken_name if self.member else gettext("you")
        return spoken_of(doer, self.member) if self.member else doer.name

    def rows(self, decisions: Iterable[MeetingDecision], client: Client) -> list[tuple[Any, ...]]:
        return [(one.what, self.doer_of(one, client), one.due_on, one.done_on) for one in decisions]

    def doer_of(self, one: MeetingDecision, client: Client) -> str:
        is_kept_back = one.doer_id is not None and one.doer is None
        return gettext("somebody close by") if is_kept_back else self.name_of(one.doer, client)

    @property
    def sections(self) -> list[str]:
        """The whole for the client; for others the meeting and their promises, and what the ledger carries."""
        if self.hears is None:
            return ["memo_meeting", "memo_own", "memo_corrections", *CARRIED_BY]
        carried = [name for name, topic in CARRIED_BY.items() if topic in self.hears.consents]
        is_whole = len(carried) == len(CARRIED_BY)
        return ["memo_meeting", "memo_own", *carried, *(["memo_corrections"] if is_whole else [])]

    @property
    def parties(self) -> list[tuple[str, str, str, str]]:
        """Name, role, how they took part, how they see it. Close persons by role and without what they said; whom
        not everybody may see, not at all."""
        return [self._seen(party) for party in self.table.parties if self._is_shown(party)]

    def _is_shown(self, party: MeetingParty) -> bool:
        return self.member is None or self._is_self(party) or party.member.is_told_to_all

    def _seen(self, party: MeetingParty) -> tuple[str, str, str, str]:
        member, state = party.member, str(party.get_attendance_display())
        if self.member is None or self._is_self(party) or not member.is_close:
            return member.name, member.full_role, state, party.view
        return spoken_of(member, self.member), "", state, ""

    def _is_self(self, party: MeetingParty) -> bool:
        return self.member is not None and party.member_id == self.member.pk


def ground_of(hears: MayHear | None) -> str:
    """The client's own copy, the client's consent, or an invitation that tells nothing of anybody."""
    if hears is None:
        return Ground.OWN_COPY
    return Ground.CONSENT if hears.may else Ground.SHL_41


def addressed_to(member: Member) -> str:
    return member.in_full[:200]
