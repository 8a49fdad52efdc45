"""Opening a file without a relation, for hours, in an emergency (row 6)."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from clients.models.exclusion import watched_q
from clients.models.stand_in import TimedQuerySet
from paku.access.roles import May
from paku.kit.retention import Retention

BREAK_GLASS_LASTS = timedelta(hours=4)
SHORTEST_EMERGENCY_REASON = 20


class EmergencyReason(models.TextChoices):
    """Why a file is opened without a relation (row 6)."""

    LIFE = "life", _("danger to life or health")
    CHILD = "child", _("a child or another person in danger")
    SHELTER = "shelter", _("without shelter, food or medicine now")
    AUTHORITY = "authority", _("an authority's urgent request by law")


class BreakGlassQuerySet(TimedQuerySet):
    """Who is told of an emergency, and who looks it through afterwards."""

    def shown_to(self, user: Any) -> Self:
        """To the privacy officer all, to others those of clients whom they may list; none of a file shut to them."""
        return self.filter(watched_q(user))

    def reviewable_by(self, user: Any) -> Self:
        """A supervisor's: of their teams' clients. Never one's own."""
        others = self.shown_to(user).exclude(worker=user)
        if user.may(May.READ_TRAIL):
            return others
        return others.of_teams(user.teams_where(May.REVIEW_EMERGENCY), user)

    def marked_live(self) -> Self:
        """`is_live`: the file is still open by it."""
        return self.annotate(is_live=Q(ends_at__gt=Now(), ended_at=None))

    def unreviewed(self) -> Self:
        return self.filter(reviewed_at=None)

    def overdue(self, today: date) -> Self:
        return self.unreviewed().filter(review_due_on__lt=today)


class BreakGlass(models.Model):
    """An opening without a relation, for four hours: read and add only, told at once, reviewed by somebody else."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: logs 12 y",
        period="12 y",
        shred="delete",
        years=12,
        counted_from="event",
        event="began_at",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="emergencies")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="emergencies")
    reason = models.CharField(_("reason"), max_length=20, choices=EmergencyReason.choices)
    words = models.CharField(_("in own words"), max_length=1000)
    began_at = models.DateTimeField(db_default=Now())
    ends_at = models.DateTimeField(db_default=Now() + BREAK_GLASS_LASTS)
    ended_at = models.DateTimeField(null=True, blank=True)
    review_due_on = models.DateField()
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    was_justified = models.BooleanField(null=True, blank=True)
    review = models.CharField(_("review"), max_length=1000, blank=True)

    objects = BreakGlassQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(words__regex=rf"^.{{{SHORTEST_EMERGENCY_REASON},}}"),
                name="an_emergency_says_why_in_twenty_characters",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__lte=F("began_at") + BREAK_GLASS_LASTS),
                name="an_emergency_lasts_four_hours_at_most",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("worker")),
                name="nobody_reviews_their_own_emergency",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None, reviewed_at=None, was_justified=None)
                | Q(
                    reviewed_by__isnull=False,
                    reviewed_at__isnull=False,
                    was_justified__isnull=False,
                ),
                name="a_review_is_whole",
            ),
        ]
        indexes = [models.Index(fields=["worker", "ends_at"], name="break_glass_by_worker")]

    def __str__(self) -> str:
        return self.get_reason_display()
