"""Giving a paper of a meeting: the ledger asked anew, frozen and written down before a byte leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.consents import hold
from network.actions.papers import hand_out
from network.meetings.consents import MayHear, who_may_hear
from network.meetings.seats import why_not
from network.meetings.table import table_of
from network.models import Disclosure, Meeting, Member
from network.models.grounds import all_by
from network.models.paper_batch import MeetingPaper
from network.papers.meetings import meeting_paper
from network.papers.summaries import fingerprint
from network.papers.two_people import is_guarded
from paku.access.models import User
from paku.kit.refusals import Refused

TWO = _("Every paper about this person needs two people: ask for it again.")
CHANGED = _("The meeting or what may be told of it has changed since the paper was looked at.")
NOT_ASKED = _("They are not asked to this meeting any more.")


@dataclass(frozen=True, slots=True)
class Looked:
    """A paper that has been looked at: of which meeting, for whom (`member` None: the client), dated when, and its
    fingerprint."""

    meeting: Meeting
    kind: str
    member: Member | None
    language: str
    on: date
    seen: str


@transaction.atomic(savepoint=False)
def give(
    *, client: Client, looked: Looked, by: User, today: date, agreed_by: User | None = None
) -> Disclosure:
    """That very paper, or none. By the ledger of `today`, while nobody can take a consent back before it is written
    down; `agreed_by` is the second person of what needs two. A client fetched `with_care`."""
    if looked.member is not None and agreed_by is None and is_guarded(client):
        raise Refused(TWO, code="second_person", status=409)
    hold(client)
    hears = _hears(client, looked, today)
    said, code = why_not(looked.meeting, looked.kind, hears)
    if said:
        raise Refused(said, code=code, status=409)
    table = table_of(looked.meeting, today=today)
    manuscript = meeting_paper(
        client, table, hears, looked.kind, language=looked.language, today=looked.on
    )
    if fingerprint(manuscript) != looked.seen:
        raise Refused(CHANGED, code="changed", status=409)
    day = hears.basis.given_on if hears and hears.basis else None
    return hand_out(
        client=client,
        member=looked.member,
        manuscript=manuscript,
        tellings=all_by(manuscript.ground, told_of(looked.kind, hears), day),
        consent_given_on=day,
        rests_on=hears.rests_on if hears else {},
        by=by,
        agreed_by=agreed_by,
        meeting=looked.meeting,
    )


def told_of(kind: str, hears: MayHear | None) -> list[str]:
    """The topics of the ledger that a paper of this kind names; an invitation tells of none."""
    return hears.topics if hears and kind == MeetingPaper.MEMO else []


def _hears(client: Client, looked: Looked, today: date) -> MayHear | None:
    if looked.member is None:
        return None
    if not looked.meeting.parties.filter(member=looked.member).exists():
        raise Refused(NOT_ASKED, code="not_asked", status=409)
    return who_may_hear(client, [looked.member], today)[0]
