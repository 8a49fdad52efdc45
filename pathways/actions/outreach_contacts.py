"""From a nickname to a client by a deliberate act; or deleted, by hand or by the clock."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.actions.clients import hear
from clients.models import Client
from clients.models.own_words import Question
from paku.access.models import Team, User
from paku.audit.record import record
from paku.kit.dates import HELSINKI, today_from_database
from paku.kit.refusals import Refused, Stale
from pathways.deeds import Deed
from pathways.models import OutreachContact, OutreachMeeting
from pathways.models.legal_hold import is_held

GONE = _("This contact has become a client or has been deleted meanwhile.")
HELD = _(
    "The person's file is held, so nothing of it is deleted now. Ask your supervisor about it."
)
AT_A_TIME = 100


@transaction.atomic(savepoint=False)
def meet(*, team: Team, on: date, by: User, met_on: date, **fields: Any) -> OutreachContact:
    """Somebody met for the first time. `on` is today: the clock never deletes what was written a moment ago."""
    contact = OutreachContact.objects.create(
        team=team, author=by, met_on=met_on, last_met_on=met_on, logged_on=on, **fields
    )
    record(Deed.CONTACT_MET, contact, by=by)
    return contact


@transaction.atomic(savepoint=False)
def meet_again(
    *, contact: OutreachContact, on: date, by: User, words: str = "", note: str = ""
) -> OutreachMeeting:
    """The clock begins anew from the newest meeting."""
    contact = _held(contact)
    meeting = OutreachMeeting.objects.create(
        contact=contact, on=on, words=words, note=note, author=by
    )
    if on > contact.last_met_on:
        contact.last_met_on = on
        contact.save(update_fields=["last_met_on"])
    record(Deed.CONTACT_MET_AGAIN, contact, by=by)
    return meeting


@transaction.atomic(savepoint=False)
def edit(*, contact: OutreachContact, seen_version: int, by: User, **fields: Any) -> None:
    """Where to find the person, who takes it … Stale when somebody else has changed it meanwhile."""
    contact = _held(contact)
    if contact.version != seen_version:
        raise Stale(
            _("Somebody has changed this contact meanwhile."),
            mine=fields.get("how_to_find", ""),
            theirs=contact.how_to_find,
        )
    for name, value in fields.items():
        setattr(contact, name, value)
    contact.version += 1
    contact.save(update_fields=[*fields, "version"])
    record(Deed.CONTACT_CHANGED, contact, by=by, details={"version": contact.version})


@transaction.atomic(savepoint=False)
def join(*, contact: OutreachContact, client: Client, on: date, by: User) -> None:
    """The contact is this client: what the person said becomes their own words; the row is closed and linked.

    `client` has come through its own door, or was made in this very transaction.
    """
    contact = _held(contact)
    meetings = contact.meetings.select_related("author").order_by("on", "pk")
    said = [(contact.words, contact.met_on, contact.author)]
    said += [(one.words, one.on, one.author) for one in meetings]
    for text, said_on, heard_by in said:
        if text:
            hear(
                client=client,
                question=Question.HOW_ARE_YOU,
                text=text,
                said_on=said_on,
                by=by,
                heard_by=heard_by,
            )
    contact.client, contact.closed_on = client, on
    contact.save(update_fields=["client", "closed_on"])
    record(Deed.CONTACT_JOINED, contact, by=by, client=client.ref)


@transaction.atomic(savepoint=False)
def delete(*, contact: OutreachContact, by: User) -> None:
    """Row and meetings go, unless they belong to a file that is held; that it was deleted stays on the trail, without
    whose it was."""
    found = _any().filter(pk=contact.pk).first()
    if found is None:
        raise gone()
    if found.client_id and is_held(found.client_id):
        raise Refused(HELD, code="file_held", status=409)
    client = found.client.ref if found.client else None
    record(Deed.CONTACT_DELETED, found, by=by, client=client, details={"how": "by_hand"})
    found.delete()


def forget_what_has_run_out(moment: datetime | None = None) -> int:
    """Those whom nobody opened in time, whoever rings and however often; how many went."""
    today = moment.astimezone(HELSINKI).date() if moment else today_from_database()
    number = 0
    while some := _forget_some(today):
        number += some
    return number


@transaction.atomic
def _forget_some(today: date) -> int:
    """A meeting that is just being written down holds its row: it is passed by, and then lives on."""
    over = OutreachContact.objects.run_out(today).select_for_update(skip_locked=True, of=["self"])
    rows = list(over.order_by("pk")[:AT_A_TIME])
    for contact in rows:
        record(Deed.CONTACT_DELETED, contact, by=None, details={"how": "by_time"})
        contact.delete()
    return len(rows)


def gone() -> Refused:
    """For whoever was about to do something with it."""
    return Refused(GONE, code="contact_gone", status=409)


def _any() -> Any:
    return OutreachContact.objects.select_for_update(of=["self"]).select_related("client", "author")


def _held(contact: OutreachContact) -> OutreachContact:
    """The row as it is now, until the end of the transaction; Refused when it is closed or gone."""
    found: OutreachContact | None = _any().open().filter(pk=contact.pk).first()
    if found is None:
        raise gone()
    return found
