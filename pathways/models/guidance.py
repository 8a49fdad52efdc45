"""Guidance (ohjaus) to the one who walks beside: what was asked, what was agreed, a step for either (row S17)."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class GuidanceQuerySet(models.QuerySet["Guidance"]):
    """Those that wait for an answer first, then the newest."""

    def of(self, client: Client) -> GuidanceQuerySet:
        return self.filter(path__client=client)

    def waiting(self) -> GuidanceQuerySet:
        return self.filter(given_by=None)

    def waiting_first(self) -> GuidanceQuerySet:
        return self.order_by(F("given_on").desc(nulls_first=True), "-pk")

    def with_people(self) -> GuidanceQuerySet:
        return self.select_related("path__client", "partner", "given_by")


class Guidance(models.Model):
    """For the two and no paper. `question` is what the near-worker sent when they asked; it is never written over."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="guidance")
    partner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_on = models.DateField(null=True, blank=True)
    question = models.TextField(_("question"), blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_on = models.DateField(null=True, blank=True)
    asked = models.TextField(_("what was asked"), blank=True)
    agreed = models.TextField(_("what was agreed"), blank=True)
    partner_step = models.CharField(_("step of the near-worker"), max_length=300, blank=True)
    partner_step_by = models.DateField(null=True, blank=True)
    worker_step = models.CharField(_("step of the own worker"), max_length=300, blank=True)
    worker_step_by = models.DateField(null=True, blank=True)
    at = models.DateTimeField(db_default=Now())

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name_plural = "guidance"
        constraints = [
            models.UniqueConstraint(
                fields=["path", "partner"],
                condition=Q(given_by=None),
                name="advice_is_asked_for_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(given_by=None, given_on=None, asked_on__isnull=False)
                | Q(given_by__isnull=False, given_on__isnull=False) & ~Q(agreed=""),
                name="guidance_is_asked_for_or_given",
            ),
            models.CheckConstraint(
                condition=Q(partner_step="", partner_step_by=None)
                | ~Q(partner_step="") & Q(partner_step_by__isnull=False),
                name="a_step_of_the_partner_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(worker_step="", worker_step_by=None)
                | ~Q(worker_step="") & Q(worker_step_by__isnull=False),
                name="a_step_of_the_worker_has_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["path", "-given_on", "-id"], name="guidance_newest_on_path")
        ]

    def __str__(self) -> str:
        return f"{self.given_on or self.asked_on}"

    @property
    def is_waiting(self) -> bool:
        return self.given_by_id is None

    @property
    def by_name(self) -> str:
        """Who gave it, or nothing while it waits."""
        return self.given_by.name if self.given_by else ""
