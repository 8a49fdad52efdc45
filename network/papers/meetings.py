"""Papers of a network meeting: an invitation without a reason, and the memo with only what its reader may have.

On an invitation stand the hour, the place and whom to call; the client's name only where the ledger holds a consent to
the meeting. On others' memos close persons stand by who they are to the person, and what they said stands on none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.meetings.consents import MayHear
from network.meetings.readers import Letter, Reader, addressed_to, ground_of
from network.meetings.table import Table
from network.models import Meeting
from network.models.grounds import Ground
from network.models.paper_batch import MeetingPaper
from network.papers.grounds import with_day
from network.papers.of_client import about, printed_name
from paku.printing.manuscripts import Manuscript
from paku.printing.sections import assemble, section

INVITATION, MEMO = "meeting_invitation", "meeting_memo"
OF_INVITATIONS: dict[str, Any] = {
    "template": "network/meetings/papers/invitation.html",
    "sheet": "network/meetings/papers/invitation_sheet.html",
}
PAPERS: Mapping[str, str] = {MeetingPaper.INVITATION: INVITATION, MeetingPaper.MEMO: MEMO}


@section(
    "invited", _("You are invited"), template="network/meetings/papers/invited.html", kinds=(INVITATION,), order=10
)  # fmt: skip
def invited(client: Client, letter: Letter, today: date) -> Mapping[str, Any]:
    """The hour, the place and how to join from afar; whose meeting it is only where the ledger lets it be told."""
    return {
        "meeting": letter.meeting,
        "to_client": letter.hears is None,
        "name": printed_name(client) if letter.is_named else "",
    }


@section(
    "memo_meeting", _("The meeting"), template="network/meetings/papers/meeting.html", kinds=(MEMO,), order=10
)  # fmt: skip
def the_meeting(client: Client, reader: Reader, today: date) -> Mapping[str, Any]:
    """When, where and what for: for everybody who may have the memo at all."""
    return {"meeting": reader.meeting}


@section(
    "memo_promises", _("What was promised last time"), template="network/meetings/papers/promises.html",
    kinds=(MEMO,), order=20,
)  # fmt: skip
def promises(client: Client, reader: Reader, today: date) -> Mapping[str, Any] | None:
    """The decisions of the meeting before, with what became of them."""
    rows = reader.rows(reader.table.promises, client)
    return {"rows": rows} if rows else None


@section(
    "memo_client", _("How the client sees it"), template="network/meetings/papers/client.html", kinds=(MEMO,),
    order=30, framed=True,
)  # fmt: skip
def clients_view(client: Client, reader: Reader, today: date) -> Mapping[str, Any] | None:
    """First, and in their own words; what they wanted to be said if they were not there."""
    meeting = reader.meeting
    return {"meeting": meeting} if meeting.client_view or meeting.heard_words else None


@section(
    "memo_others", _("Who took part and how they see it"), template="network/meetings/papers/others.html",
    kinds=(MEMO,), order=40,
)  # fmt: skip
def others(client: Client, reader: Reader, today: date) -> Mapping[str, Any] | None:
    """Close persons by role and without what they said; whom not everybody may see, not at all."""
    rows = reader.parties
    return {"rows": rows} if rows else None


@section(
    "memo_own", _("What you promised"), template="network/meetings/papers/decisions.html", kinds=(MEMO,), order=50
)  # fmt: skip
def own(client: Client, reader: Reader, today: date) -> Mapping[str, Any] | None:
    """The reader's own promises go to everybody who may have the memo."""
    whose = reader.member.pk if reader.member else None
    mine = [one for one in reader.table.decisions if one.doer_id == whose]
    return {"rows": reader.rows(mine, client), "is_own": True} if mine else None


@section(
    "memo_decisions", _("What was decided"), template="network/meetings/papers/decisions.html", kinds=(MEMO,),
    order=60,
)  # fmt: skip
def decisions(client: Client, reader: Reader, today: date) -> Mapping[str, Any] | None:
    rows = reader.rows(reader.table.decisions, client)
    return {"rows": rows, "is_own": False} if rows else None


@section(
    "memo_corrections", _("Corrected afterwards"), template="network/meetings/papers/corrections.html",
    kinds=(MEMO,), order=70,
)  # fmt: skip
def corrections(client: Client, reader: Reader, today: date) -> Mapping[str, Any] | None:
    found = list(reader.meeting.corrections.all())
    return {"corrections": found} if found else None


def meeting_paper(
    client: Client, table: Table, hears: MayHear | None, kind: str, *, language: str, today: date
) -> Manuscript:
    """An invitation, with the hour and the place and no reason, or the memo. `hears` None is the client's own; a client
    fetched `with_care`. All its words are in its language, but what people have said."""
    with translation.override(language):
        if kind == MeetingPaper.INVITATION:
            letter = Letter(table.meeting, hears)
            told = assemble(INVITATION, client=client, recipient=letter, today=today)
        else:
            reader = Reader(table, hears)
            chosen = dict.fromkeys(reader.sections, "")
            told = assemble(MEMO, client=client, recipient=reader, today=today, chosen=chosen)
        return _paper(PAPERS[kind], client, hears, table.meeting, today, language, tuple(told))


def _paper(
    kind: str, client: Client, hears: MayHear | None, meeting: Meeting, today: date, language: str,
    sections: tuple[Any, ...],
) -> Manuscript:  # fmt: skip
    basis = hears.basis if hears else None
    titles = {INVITATION: gettext("Invitation to a meeting"), MEMO: gettext("Memo of a network meeting")}  # fmt: skip
    return Manuscript(
        kind=kind,
        name=titles[kind],
        recipient=addressed_to(hears.member) if hears else printed_name(client),
        purpose=f"{gettext('Network meeting')}, {meeting.when}",
        language=language,
        on=today,
        sections=sections,
        ground=ground_of(hears),
        ground_text=with_day(Ground.CONSENT, basis.given_on) if basis else "",
        ground_detail=basis.given_on.isoformat() if basis else "",
        **about(client, is_named=hears is None or hears.may),
        **(OF_INVITATIONS if kind == INVITATION else {}),
    )  # fmt: skip
