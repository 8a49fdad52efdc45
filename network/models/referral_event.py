"""The line of events of a referral; it is only added to."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from network.models.consent import Consent
from network.models.grounds import Ground
from network.models.referral import Referral
from network.models.referral_state import KINDS, Happening, Manner
from network.models.step import Step
from paku.kit.retention import Retention


class ReferralEventQuerySet(models.QuerySet["ReferralEvent"]):
    """As a line is read."""

    def along(self, referral: Referral) -> ReferralEventQuerySet:
        """From the first to the last; one statement."""
        found = self.filter(referral=referral).select_related(
            "by", "step__doer", "step__client", "consent"
        )
        return found.order_by("on", "pk")  # fmt: skip


class ReferralEvent(models.Model):
    """`words`: what was told, why it was refused, what came of it; `who`: who said so on the other side."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="with its referral",
        shred="delete",
        with_owner="network.Referral",
    )

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=12, choices=KINDS)
    on = models.DateField()
    words = models.CharField(max_length=500, blank=True)
    who = models.CharField(max_length=120, blank=True)
    how = models.CharField(max_length=10, choices=Manner.choices, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    ground = models.CharField(max_length=20, choices=Ground.choices, blank=True)
    consent = models.ForeignKey(Consent, models.PROTECT, null=True, blank=True, related_name="+")
    is_accompanied = models.BooleanField(null=True, blank=True)
    step = models.ForeignKey(Step, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = ReferralEventQuerySet.as_manager()

    class Meta:
        ordering = ["referral", "on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "kind"],
                condition=Q(kind__in=[Happening.CONFIRMED, Happening.BREAK]),
                name="said_once_of_a_referral",
            ),
        ]
        indexes = [models.Index(fields=["referral", "on"], name="referral_event_line")]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
