"""What whoever meets the person must know beforehand, with author, reason and end. It says nothing of their nature."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.retention import Retention
from paku.kit.today import Today

LONGEST = 365  # days from the day of writing: what still holds then is said anew


class AlertKind(models.TextChoices):
    HOME_VISIT = "home_visit", _("safety of a home visit")
    HEALTH = "health", _("allergy or health")
    OTHER = "other", _("something else to know")


class AlertQuerySet(models.QuerySet["Alert"]):
    """By whether they still hold: past its last day an alert vanishes by itself."""

    def of(self, client: Client) -> AlertQuerySet:
        return self.filter(client=client)

    def in_force(self) -> AlertQuerySet:
        return self.filter(ended_at=None, expires_on__gte=Today())

    def to_review(self, day: Any) -> AlertQuerySet:
        """In force, and the day on which it was to be looked at again has come."""
        return self.filter(ended_at=None, expires_on__gte=day, review_on__lte=day)

    def with_people(self) -> AlertQuerySet:
        return self.select_related("client", "written_by", "ended_by")


class Alert(models.Model):
    """Never changed: what is reviewed and still needed is written anew, `follows` the former one."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="alerts")
    kind = models.CharField(_("kind"), max_length=20, choices=AlertKind.choices)
    text = models.CharField(_("what to know"), max_length=500)
    reason = models.CharField(_("why"), max_length=500)
    is_told = models.BooleanField(_("told to the person"))
    told_words = models.CharField(_("how, or why not"), max_length=300, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_on = models.DateField()
    review_on = models.DateField(_("looked at again on"))
    expires_on = models.DateField(_("last day"))
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_why = models.CharField(max_length=300, blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        ordering = ["-written_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(review_on__gte=F("written_on"), review_on__lte=F("expires_on")),
                name="an_alert_is_reviewed_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__lte=F("written_on") + LONGEST),
                name="an_alert_ends_within_a_year",
            ),
            models.CheckConstraint(
                condition=Q(is_told=True) | ~Q(told_words=""),
                name="an_alert_that_was_not_told_says_why",
            ),
        ]
        indexes = [models.Index(fields=["client", "expires_on"], name="alert_by_client")]

    def __str__(self) -> str:
        return self.get_kind_display()
