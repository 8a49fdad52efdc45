"""A hold on a person's file: nothing of it is destroyed while it stands (a complaint, a court, a request under way)."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import connection, models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from pathways.models.retained import OF_THE_PATH


class LegalHoldQuerySet(models.QuerySet["LegalHold"]):
    """Holds by state."""

    def in_force(self) -> LegalHoldQuerySet:
        return self.filter(lifted_at=None)

    def most_urgent_first(self) -> LegalHoldQuerySet:
        return self.select_related("set_by").order_by("review_on", "pk")

    def of(self, client: int) -> LegalHoldQuerySet:
        return self.filter(client=client).select_related("set_by", "lifted_by")


class LegalHold(models.Model):
    """In force at once by one person, until another lifts it: the day of review reminds, and ends nothing."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="legal_holds")
    # by which lists know it, whose readers see no row of the client
    client_ref = models.UUIDField(db_index=True, editable=False)
    why = models.CharField(_("why"), max_length=300)
    review_on = models.DateField(_("to be looked at again"))
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(db_default=Now())
    lifted_why = models.CharField(_("why it is lifted"), max_length=300, blank=True, default="")
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[LegalHoldQuerySet] = LegalHoldQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        ordering = ["-set_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(lifted_at=None), name="a_file_is_held_once"
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lifted_by=F("set_by")),
                name="a_hold_is_lifted_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review_on}"

    @property
    def short_number(self) -> str:
        """As on the lists."""
        return str(self.client_ref)[:8].upper()

    def is_late(self, today: date) -> bool:
        """The day on which it was to be looked at again has gone by."""
        return self.lifted_at is None and self.review_on < today


def is_held(client: int) -> bool:
    """For whoever works with the person and sees no hold: nothing of the file is destroyed now; one statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_is_held(%s)", [client])
        return bool(cursor.fetchone()[0])
