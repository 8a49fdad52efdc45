"""Who may be given which paper of a meeting: the client and each party, with what the ledger says and what they got."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.log_report import paper_language
from clients.models import Client
from network.meetings.consents import MayHear, who_may_hear
from network.meetings.table import Table
from network.models import Disclosure, Meeting
from network.models.paper_batch import MeetingPaper
from network.papers.meetings import PAPERS

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Sentence

CLIENT = "client"
CANCELLED = gettext_lazy("The meeting has been cancelled: nobody is invited to it any more.")
NOT_AGREED = gettext_lazy("The memo has not been agreed on yet: make it ready first.")


@dataclass(frozen=True, slots=True)
class Seat:
    """`hears` None is the client; `key` names them in a form. `given`: papers of this meeting that they have got."""

    key: str
    hears: MayHear | None
    name: str
    role: str
    kind: str
    language: str
    why_not: Sentence
    given: Sequence[Disclosure]

    @property
    def gets(self) -> str:
        """What the paper would tell, in a sentence."""
        if self.kind == MeetingPaper.MEMO:
            return (
                self.hears.sentence if self.hears else _("Their own copy, with all that is theirs.")
            )
        if self.hears is None:
            return _("Their own invitation.")
        if self.hears.may:
            return _("The hour, the place and the client's name.")
        nameless = _("The hour and the place, without the client's name.")
        return f"{nameless} {self.hears.sentence}" if self.hears.taken_back else nameless

    @property
    def is_suggested(self) -> bool:
        """Ticked beforehand: who may have it, has not got it yet and does not read it in Paku anyway."""
        is_ours = self.hears is not None and self.hears.is_ours
        has_it = any(one.paper.kind == PAPERS[self.kind] for one in self.given)
        return not (self.why_not or is_ours or has_it)


def kind_of(meeting: Meeting) -> str:
    """What is given of it now: invitations before, the memo when it has been agreed on."""
    return MeetingPaper.MEMO if meeting.is_ready else MeetingPaper.INVITATION


def why_not(meeting: Meeting, kind: str, hears: MayHear | None) -> tuple[Sentence, str]:
    """A sentence and its code; empty when the paper may go. Without a consent nobody else gets a word of a memo."""
    if meeting.is_cancelled:
        return CANCELLED, "meeting_cancelled"
    if kind == MeetingPaper.INVITATION:
        shut = hears is not None and hears.forbidden is not None
        return (hears.sentence, "forbidden_by_client") if hears and shut else ("", "")
    if not meeting.is_ready:
        return NOT_AGREED, "memo_not_ready"
    return (hears.sentence, "no_consent") if hears and not hears.may else ("", "")


def seats_at(table: Table, client: Client, today: date) -> list[Seat]:
    """The client first. Three statements for any number of parties."""
    meeting, kind = table.meeting, kind_of(table.meeting)
    given = list(meeting.disclosures.with_paper().order_by("at", "pk"))
    hearing = who_may_hear(client, [party.member for party in table.parties], today)

    def seat(key: str, hears: MayHear | None, name: str, role: str, language: str) -> Seat:
        whose = hears.member.pk if hears else None
        theirs = [one for one in given if one.member_id == whose]
        said, _code = why_not(meeting, kind, hears)
        return Seat(key, hears, name, role, kind, language, said, theirs)

    own = seat(CLIENT, None, client.spoken_name, "", paper_language(client))
    others = [
        seat(str(party.ref), hears, party.member.name, party.member.full_role, "fi")
        for party, hears in zip(table.parties, hearing, strict=True)
    ]
    return [own, *others]
