"""The outbox's gate. A restored system sends no mail by itself until a person opens it (security F23): it may be a copy
that only somebody tries out, and what it would say was true on the day of the backup.

It is closed when the trail's last word about it is that it was closed; there is no other place to keep that.
"""

from __future__ import annotations

from paku.audit.models import Entry
from paku.audit.record import record
from paku.reminders.deeds import Deed


def is_closed() -> bool:
    """No more than two statements, each by the trail's index of deeds."""
    closed = _last(Deed.OUTBOX_CLOSED)
    opened = _last(Deed.OUTBOX_OPENED) if closed else None
    return closed is not None and (opened is None or opened.pk < closed.pk)


def close(*, using: str = "default") -> None:
    """In the transaction of what makes it necessary."""
    record(Deed.OUTBOX_CLOSED, by=None, purpose="administration", using=using)


def open_again() -> bool:
    """False when it was open."""
    if not is_closed():
        return False
    record(Deed.OUTBOX_OPENED, by=None, purpose="administration")
    return True


def _last(deed: Deed) -> Entry | None:
    return Entry.objects.filter(deed=deed).order_by("-at").only("pk").first()
