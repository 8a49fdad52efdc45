"""Giving the papers of a meeting: the ledger asked anew, frozen and written down before a byte leaves."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.actions.consents import hold
from network.actions.papers import hand_out
from network.meetings.consents import MayHear, who_may_hear
from network.meetings.readers import Reader, ground_of
from network.meetings.table import table_of
from network.models import Disclosure, Meeting, MeetingParty
from network.papers.meetings import invitation, memo
from network.papers.two_people import is_guarded
from paku.access.models import User
from paku.kit.refusals import Refused
from paku.printing.manuscripts import Manuscript

TWO = _(
    "Every paper about this person needs two people. Ask those at the table by telephone, and give what was agreed as a"
    " summary on paper, to which a second person agrees."
)
CANCELLED = _("The meeting has been cancelled: nobody is invited to it any more.")
NOT_AGREED = _("The memo has not been agreed on yet: make it ready first.")


@transaction.atomic(savepoint=False)
def invite(
    *, client: Client, meeting: Meeting, party: MeetingParty | None, by: User, today: date
) -> Disclosure:
    """`party` None invites the client. Refused when the client has forbidden telling them anything."""
    if meeting.is_cancelled:
        raise Refused(CANCELLED, code="meeting_cancelled", status=409)
    hears = _asked_again(client, party, today)
    if hears and hears.forbidden:
        raise Refused(hears.sentence, code="forbidden_by_client", status=409)
    manuscript = invitation(client, meeting, hears, today=today)
    return _give(client, manuscript, party, hears, by, told=())


@transaction.atomic(savepoint=False)
def give_memo(
    *, client: Client, meeting: Meeting, party: MeetingParty | None, by: User, today: date
) -> Disclosure:
    """`party` None is the client's own copy. Without a consent in the ledger nobody else gets a word of it."""
    if not meeting.is_ready:
        raise Refused(NOT_AGREED, code="memo_not_ready", status=409)
    hears = _asked_again(client, party, today)
    if hears and not hears.may:
        raise Refused(hears.sentence, code="no_consent", status=409)
    manuscript = memo(client, Reader(table_of(meeting, today=today), hears), today=today)
    return _give(client, manuscript, party, hears, by, told=hears.topics if hears else ())


def _asked_again(client: Client, party: MeetingParty | None, today: date) -> MayHear | None:
    """By the ledger, while nobody can take a consent back before the paper is written down."""
    if party is None:
        return None
    if is_guarded(client):
        raise Refused(TWO, code="second_person", status=409)
    hold(client)
    return who_may_hear(client, [party.member], today)[0]


def _give(
    client: Client, manuscript: Manuscript, party: MeetingParty | None, hears: MayHear | None, by: User,
    *, told: tuple[str, ...] | list[str],
) -> Disclosure:  # fmt: skip
    basis = hears.basis if hears else None
    return hand_out(
        client=client,
        member=party.member if party else None,
        manuscript=manuscript,
        purpose=manuscript.purpose,
        ground=ground_of(hears),
        consent_given_on=basis.given_on if basis else None,
        told=told,
        rests_on=hears.rests_on if hears else {},
        by=by,
    )
