"""Opening a file without a relation, for four hours: named exactly, told at once, reviewed by somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.actions.search import keyed
from clients.deeds import Deed
from clients.models import BreakGlass, Client
from clients.notices import EMERGENCY, minders_of, watchers_of
from paku.access.models import User
from paku.access.pace import hold
from paku.audit.record import record
from paku.kit.dates import working_days_after
from paku.kit.refusals import Refused
from paku.reminders.actions.notices import tell

DAYS_TO_REVIEW = 3
GUESSES = 5, timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Named:
    """The one person whom a worker has named exactly, and by what relations the worker reaches them already."""

    client_id: int
    relations: list[str]


def named_exactly(*, last_name: str, called: str, born_on: date, by: User) -> Named | None:
    """None whether nobody is called so or the file is shut to the asker, by the same statements and the same entry.

    Raises Refused (429) after the fifth such answer within an hour: this is no place for guessing.
    """
    hold(Deed.EMERGENCY_MISSED, GUESSES, by=by)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, paku_relations(%s, id) FROM paku_named_exactly(%s, %s, %s, %s) AS id",
            [by.pk, by.pk, last_name, called, born_on],
        )
        client_id, relations = cursor.fetchone()
    if client_id is not None:
        return Named(client_id, relations)
    asked = keyed(f"{last_name} {called} {born_on}")
    record(Deed.EMERGENCY_MISSED, by=by, outcome="denied", details={"query": asked})
    return None


@transaction.atomic(savepoint=False)
def begin(*, client_id: int, reason: str, why: str, by: User, today: date) -> BreakGlass:
    """The file opens for reading and adding, from the next request on; supervisor and privacy officer are told."""
    begun = BreakGlass.objects.create(
        client_id=client_id,
        worker=by,
        reason=reason,
        words=why,
        review_due_on=working_days_after(today, DAYS_TO_REVIEW),
    )
    begun.client = Client.objects.with_care().get(pk=client_id)  # seen from now on, not before
    record(
        Deed.EMERGENCY_BEGUN,
        begun,
        by=by,
        client=begun.client.ref,
        relation="break_glass",
        reason=why,
        details={"reason": reason},
    )
    told = watchers_of(client_id) | minders_of(begun.client)
    tell(EMERGENCY, begun.ref, to=told - {by.pk}, today=today)
    return begun


@transaction.atomic(savepoint=False)
def end(*, begun: BreakGlass, by: User) -> None:
    """Shuts the file from the next request on. Twice is the same as once: then the person is not even seen any more."""
    live = BreakGlass.objects.live().filter(pk=begun.pk)
    found = live.with_people().first()
    if found and live.update(ended_at=Now()):
        _note_end(found, by, "by_hand")


def end_what_has_run_out() -> int:
    """Write down the ends that came with time; how many. Any number may do it at once: each end is noted once."""
    ended = 0
    with transaction.atomic():
        over = BreakGlass.objects.run_out().select_for_update(skip_locked=True, of=["self"])
        for begun in over.select_related("client").order_by("ends_at", "pk")[:100]:
            BreakGlass.objects.filter(pk=begun.pk).update(ended_at=begun.ends_at)
            _note_end(begun, None, "by_time")
            ended += 1
    return ended


@transaction.atomic(savepoint=False)
def review(*, begun: BreakGlass, was_justified: bool, why: str, by: User) -> None:
    """Said once, by somebody else, with a reason."""
    unreviewed = BreakGlass.objects.unreviewed().filter(pk=begun.pk).exclude(worker=by)
    said = {"was_justified": was_justified, "review": why}
    if not unreviewed.update(reviewed_by=by, reviewed_at=Now(), **said):
        raise Refused(_("Somebody has reviewed this meanwhile."), code="reviewed", status=409)
    details = {"was_justified": was_justified}
    record(Deed.EMERGENCY_REVIEWED, begun, by=by, client=begun.client.ref, details=details)


def _note_end(begun: BreakGlass, by: User | None, how: str) -> None:
    record(Deed.EMERGENCY_ENDED, begun, by=by, client=begun.client.ref, details={"how": how})
