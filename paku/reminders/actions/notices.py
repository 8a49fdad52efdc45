"""A person and their notices."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from paku.audit.record import record
from paku.reminders.deeds import Deed
from paku.reminders.models import Delivery


@transaction.atomic(savepoint=False)
def mark_seen(*, notice: Delivery, by: Any) -> None:
    """Take the notice off one's list. Twice is the same as once, and only the first is on the trail."""
    if Delivery.objects.to_user(by).filter(pk=notice.pk, seen_at=None).update(seen_at=Now()):
        record(Deed.NOTICE_SEEN, notice, by=by)
