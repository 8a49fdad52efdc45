"""A person and their notices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from paku.audit.record import record
from paku.reminders.deeds import Deed
from paku.reminders.models import Channel, Delivery, State


@transaction.atomic(savepoint=False)
def mark_seen(*, notice: Delivery, by: Any) -> None:
    """Take the notice off one's list, and with it those before it of the same matter: they would only take its place.

    Twice is the same as once, and only the first is on the trail.
    """
    if Delivery.objects.to_user(by).up_to(notice).filter(seen_at=None).update(seen_at=Now()):
        record(Deed.NOTICE_SEEN, notice, by=by)


def tell(kind: str, reference: UUID, *, to: Iterable[int], today: date) -> None:
    """A notice in Paku at once, to each of these users (by key); told before is not told again. No mail goes out."""
    Delivery.objects.bulk_create(
        [
            Delivery(
                key=f"{kind}/{reference}",
                to_id=user,
                channel=Channel.APP,
                kind=kind,
                reference=reference,
                due_on=today,
                state=State.SENT,
                done_at=Now(),
            )
            for user in sorted(to)
        ],
        ignore_conflicts=True,
    )
