"""Opening a colleague's client for a stated reason: for a day by a reason, for hours in an emergency."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.retention import Retention

STAND_IN_LASTS = timedelta(hours=24)
BREAK_GLASS_LASTS = timedelta(hours=4)
SHORTEST_EMERGENCY_REASON = 20


class StandInReason(models.TextChoices):
    """Why a colleague's client's file is needed (rule 5.2); a text is always asked for besides."""

    ABSENCE = "absence", _("the own worker is away")
    CALL = "call", _("the client or the network got in touch")
    VISIT = "visit", _("I take care of a visit or an errand for the own worker")
    DUTY = "duty", _("duty or another urgent matter")
    SUPERVISION = "supervision", _("supervision or guidance of the work")


class EmergencyReason(models.TextChoices):
    """Why a file is opened without a relation (row 6)."""

    LIFE = "life", _("danger to life or health")
    CHILD = "child", _("a child or another person in danger")
    SHELTER = "shelter", _("without shelter, food or medicine now")
    AUTHORITY = "authority", _("an authority's urgent request by law")


class TimedQuerySet(models.QuerySet[Any]):
    """By the database's clock, as the rule of access has it."""

    def live(self) -> TimedQuerySet:
        return self.filter(ends_at__gt=Now(), ended_at=None)

    def by(self, worker: Any) -> TimedQuerySet:
        return self.filter(worker=worker)


class StandIn(models.Model):
    """A colleague of the same team, for 24 hours. The own worker is told; the reason is on the trail."""

    retention = Retention(
        owner="clients", ground="703/2023 annex: logs 12 y", period="12 y", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="stand_ins")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="stand_ins")
    reason = models.CharField(_("reason"), max_length=20, choices=StandInReason.choices)
    words = models.CharField(_("in own words"), max_length=500)
    began_at = models.DateTimeField(db_default=Now())
    ends_at = models.DateTimeField(db_default=Now() + STAND_IN_LASTS)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = TimedQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_stand_in_says_why"),
            models.CheckConstraint(
                condition=Q(ends_at__lte=F("began_at") + STAND_IN_LASTS),
                name="a_stand_in_lasts_a_day_at_most",
            ),
        ]
        indexes = [models.Index(fields=["worker", "ends_at"], name="stand_in_by_worker")]

    def __str__(self) -> str:
        return self.get_reason_display()


class BreakGlass(models.Model):
    """An opening without a relation, for four hours: read and add only, told at once, reviewed by somebody else."""

    retention = Retention(
        owner="clients", ground="703/2023 annex: logs 12 y", period="12 y", shred="delete"
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

    objects = TimedQuerySet.as_manager()

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
