"""How often and in which way contact was promised to the person, agreement by agreement: a history."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH

LONGEST = 366  # days; what is rarer than once a year is no rhythm


class How(models.TextChoices):
    """In which way the worker is in touch."""

    VISIT = "visit", _("a visit")
    CALL = "call", _("a call")
    MESSAGE = "message", _("a message")


class AgreedRhythm(models.Model):
    """Append-only; the newest holds and is repeated in `Pathway.promised_days`.

    `every_days` None: from that day on nothing else is agreed than what the stage promises by itself.
    """

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="rhythms")
    every_days = models.PositiveSmallIntegerField(_("every how many days"), null=True, blank=True)
    how = models.CharField(_("how"), max_length=10, choices=How.choices, blank=True)
    since = models.DateField(_("since"))
    agreed_with = models.CharField(_("agreed with"), max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["since", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(every_days=None) | Q(every_days__range=(1, LONGEST)),
                name="a_rhythm_is_from_a_day_to_a_year",
            ),
        ]
        indexes = [models.Index(fields=["path", "since", "id"], name="rhythm_by_path")]

    def __str__(self) -> str:
        return f"{self.since}: {self.every_days or '-'}"
