"""Calling a network meeting, changing its plan, cancelling it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.deeds import Deed
from network.meetings.text import plan_text
from network.models import Meeting, MeetingParty, Member
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused, Stale

CHANGED = _("Somebody has changed this meeting meanwhile.")
LOCKED = _(
    "The memo has been agreed on and is locked. What was wrong in it is told in a correction."
)
CANCELLED = _("This meeting has been cancelled.")
OF_THE_CALENDAR = ("starts_at", "minutes", "place", "remote")  # what a calendar must be told of


@transaction.atomic(savepoint=False)
def call(*, client: Client, members: Sequence[Member], by: User, **told: Any) -> Meeting:
    """A meeting and who is asked to it; those asked are of this client's own network."""
    _demand_own(client, members)
    meeting = Meeting.objects.create(client=client, called_by=by, edited_by=by, **told)
    MeetingParty.objects.bulk_create(MeetingParty(meeting=meeting, member=one) for one in members)
    tell_of(Deed.MEETING_CALLED, meeting, by, parties=len(members))
    return meeting


@transaction.atomic(savepoint=False)
def change(
    *, meeting: Meeting, members: Sequence[Member], seen: int, by: User, **told: Any
) -> Meeting:
    """Another hour, place or party. Stale when somebody saved after this person opened it."""
    now = hold(meeting)
    _demand_own(now.client, members)
    if now.saves != seen:
        mine = Meeting(client=now.client, **told)
        names = now.parties.values_list("member__name", flat=True)
        mine_text = plan_text(mine, [one.name for one in members])
        raise Stale(CHANGED, mine=mine_text, theirs=plan_text(now, names))
    if any(getattr(now, name) != told[name] for name in OF_THE_CALENDAR):
        now.sequence += 1
    for name, value in told.items():
        setattr(now, name, value)
    _ask(now, members)
    _save(now, by, *told, "sequence")
    tell_of(Deed.MEETING_CHANGED, now, by, sequence=now.sequence)
    return now


@transaction.atomic(savepoint=False)
def cancel(*, meeting: Meeting, why: str, on: date, by: User) -> Meeting:
    """It stays readable; a calendar that is fetched again learns of it."""
    now = hold(meeting)
    now.cancelled_on, now.cancelled_by, now.cancelled_why = on, by, why
    now.sequence += 1
    _save(now, by, "cancelled_on", "cancelled_by", "cancelled_why", "sequence")
    tell_of(Deed.MEETING_CANCELLED, now, by, sequence=now.sequence)
    return now


def hold(meeting: Meeting) -> Meeting:
    """As it is now, for this transaction alone; refused when it can be changed no more."""
    found = Meeting.objects.select_for_update(of=("self",)).select_related("client")
    now = found.get(pk=meeting.pk)
    if now.is_ready:
        raise Refused(LOCKED, code="meeting_locked", status=409)
    if now.is_cancelled:
        raise Refused(CANCELLED, code="meeting_cancelled", status=409)
    return now


def tell_of(deed: str, meeting: Meeting, by: User, **details: Any) -> None:
    """Codes and numbers only: the words stay on the page."""
    record(deed, meeting, by=by, client=meeting.client.ref, sections=["meetings"], details=details)


def _save(meeting: Meeting, by: User, *names: str) -> None:
    meeting.saves += 1
    meeting.edited_by, meeting.edited_at = by, Now()
    meeting.save(update_fields=[*names, "saves", "edited_by", "edited_at"])


def _ask(meeting: Meeting, members: Sequence[Member]) -> None:
    """Those who are not asked any more go; one who has said something in it stays."""
    there = {party.member_id: party for party in meeting.parties.select_related("member")}
    wanted = {member.pk for member in members}
    gone = [party for pk, party in there.items() if pk not in wanted]
    for party in gone:
        if party.view:
            raise Refused(
                _("%(name)s has already said something here: mark how they took part instead.")
                % {"name": party.member.name},
                code="has_spoken",
            )
    MeetingParty.objects.filter(pk__in=[party.pk for party in gone]).delete()
    MeetingParty.objects.bulk_create(
        MeetingParty(meeting=meeting, member=one) for one in members if one.pk not in there
    )


def _demand_own(client: Client, members: Sequence[Member]) -> None:
    if any(member.client_id != client.pk for member in members):
        raise Refused(
            _("Only members of the client's own network are asked to the table."),
            code="foreign_member",
        )
