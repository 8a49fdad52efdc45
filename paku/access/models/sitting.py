"""One browser's session: who sits there, since when, last seen when. The database's clock alone judges its age."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Now

from paku.kit.retention import Retention

LOCKS_AFTER = timedelta(minutes=15)
ENDS_AFTER = timedelta(minutes=60)
LONGEST = timedelta(hours=10)
MOST_AT_ONCE = 3
SEEN_EVERY = timedelta(seconds=60)

Live = models.Q(expire_date__gt=Now()) & (
    models.Q(user=None) | models.Q(seen_at__gt=Now() - ENDS_AFTER)
)


class SittingQuerySet(models.QuerySet["Sitting"]):
    """Sessions that still hold, and their ends."""

    def live(self) -> SittingQuerySet:
        return self.filter(Live)

    def of(self, user: Any) -> SittingQuerySet:
        return self.filter(user=user)

    def but(self, key: str | None) -> SittingQuerySet:
        """All but the one whose key (as stored) is given."""
        return self.exclude(session_key=key) if key else self

    def with_idle(self) -> SittingQuerySet:
        """`idle`: how long nobody has been at it."""
        idle = models.ExpressionWrapper(Now() - models.F("seen_at"), models.DurationField())
        return self.annotate(idle=idle)

    def seen(self, key: str, *, agent: str, address: str | None) -> int:
        """Somebody is there; written at most once a minute."""
        stale = models.Q(seen_at__lt=Now() - SEEN_EVERY) | models.Q(agent="")
        return self.filter(stale, session_key=key).update(
            seen_at=Now(), agent=agent, address=address
        )

    def sweep(self) -> None:
        """What no longer holds goes; there is no other housekeeping of sessions."""
        self.exclude(Live).delete()


class Sitting(AbstractBaseSession):
    """The key is stored as a hash: who reads the database, or a copy of it, cannot sit down in another's place."""

    retention = Retention(
        owner="access", ground="703/2023 9 §", period="10 h from the sign-in", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="sittings", null=True
    )
    agent = models.CharField(max_length=300, blank=True, default="")
    address = models.GenericIPAddressField(null=True)
    began_at = models.DateTimeField(default=Now)
    seen_at = models.DateTimeField(default=Now)

    objects = SittingQuerySet.as_manager()  # type: ignore[assignment, misc]

    class Meta:
        ordering = ["-began_at", "session_key"]
        indexes = [models.Index(fields=["user", "-began_at"], name="sitting_by_user")]

    def __str__(self) -> str:
        return str(self.ref)
