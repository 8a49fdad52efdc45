"""The states of a mail: claimed by lease, then sent, tried again, or given up. All times are the database's."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from paku.reminders.models import Delivery, State

LEASE = timedelta(seconds=120)
LONGEST_WAIT = timedelta(minutes=60)
GIVE_UP = timedelta(hours=72)
MOST_CRASHES = 5

_OPEN = Q(state__in=(State.PENDING, State.RETRY))
_ABANDONED = Q(state=State.CLAIMED, lease_until__lte=Now())


def claim_mail() -> Delivery | None:
    """The mail that has waited longest, ours for the length of the lease; None when nothing waits.

    Any number may ask at once: each gets another row. A claim that nobody finished is a crash of that row.
    """
    bury_poison()
    with transaction.atomic():
        waiting = Delivery.objects.mails().filter(Q(_OPEN, next_try_at__lte=Now()) | _ABANDONED)
        found = waiting.select_for_update(skip_locked=True).order_by("next_try_at", "pk").first()
        if found is None:
            return None
        found.crashes += found.state == State.CLAIMED
        found.claim = uuid.uuid4()
        Delivery.objects.filter(pk=found.pk).update(
            state=State.CLAIMED, claim=found.claim, lease_until=Now() + LEASE, crashes=found.crashes
        )
    return found


def bury_poison() -> int:
    """Give up rows whose fifth claim was never finished, so that they hold up nobody else."""
    poison = Delivery.objects.mails().filter(_ABANDONED, crashes__gte=MOST_CRASHES - 1)
    return _finish(poison, State.DEAD, crashes=F("crashes") + 1, last_error="crashed")


def mark_sent(delivery: Delivery) -> bool:
    """False when the lease had run out and somebody else has taken the row meanwhile."""
    return bool(_finish(_ours(delivery), State.SENT))


def mark_empty(delivery: Delivery) -> bool:
    """Nothing was left to tell: no mail."""
    return bool(_finish(_ours(delivery), State.EMPTY))


def mark_refused(delivery: Delivery, why: str) -> bool:
    """The mail server will never take it: a person must look."""
    return bool(_finish(_ours(delivery), State.DEAD, attempts=F("attempts") + 1, last_error=why))


def mark_crashed(delivery: Delivery, why: str) -> bool:
    """Our own code failed on this row; the fifth time it is given up."""
    crashes = delivery.crashes + 1
    if crashes >= MOST_CRASHES:
        return bool(_finish(_ours(delivery), State.DEAD, crashes=crashes, last_error=why))
    return _try_again(delivery, crashes, why, crashes=crashes)


def mark_failed(delivery: Delivery, why: str) -> bool:
    """The way to the mail server failed: tried again after 1, 2, 4 … 60 minutes, given up after 72 hours."""
    attempts = delivery.attempts + 1
    too_old = _ours(delivery).filter(trying_since__lte=Now() - GIVE_UP)
    if _finish(too_old, State.DEAD, attempts=attempts, last_error=why):
        return True
    return _try_again(delivery, attempts, why, attempts=attempts)


def _try_again(delivery: Delivery, times: int, why: str, **counts: int) -> bool:
    wait = min(timedelta(minutes=2 ** min(times - 1, 10)), LONGEST_WAIT)
    changes: dict[str, Any] = {
        "state": State.RETRY,
        "next_try_at": Now() + wait,
        "last_error": why,
        **counts,
    }
    return bool(_ours(delivery).update(claim=None, lease_until=None, **changes))


def _ours(delivery: Delivery) -> QuerySet[Delivery]:
    """The row, if the claim is still ours."""
    return Delivery.objects.filter(pk=delivery.pk, state=State.CLAIMED, claim=delivery.claim)


def _finish(rows: QuerySet[Delivery], state: State, **changes: Any) -> int:
    return rows.update(state=state, done_at=Now(), claim=None, lease_until=None, **changes)
