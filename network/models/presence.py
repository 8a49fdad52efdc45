"""Where a service is met in person: the place, on which days, who is there, and how one gets there by bus."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality, Village
from network.models.service import Service
from paku.kit.retention import Retention


class PresenceQuerySet(models.QuerySet["Presence"]):
    def placed(self) -> PresenceQuerySet:
        return self.select_related("municipality", "village")


class Presence(models.Model):
    """`days` are weekdays, Monday = 0; none = the days are not told. Pop-up days are rows of their own."""

    retention = Retention(
        owner="network", ground="no client data", period="while in use", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="presences")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.CharField(_("place"), max_length=120, blank=True)
    days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    hours = models.CharField(_("at what time"), max_length=60, blank=True)
    who = models.CharField(_("who is there"), max_length=120, blank=True)
    bus = models.CharField(_("by bus"), max_length=200, blank=True)

    objects: ClassVar[Any] = PresenceQuerySet.as_manager()

    class Meta:
        ordering = ["municipality", "village", "place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "municipality", "village", "place"],
                nulls_distinct=False,
                name="a_service_is_in_a_place_once",
            ),
            models.CheckConstraint(
                condition=models.Q(days__contained_by=list(range(7))),
                name="a_week_has_seven_days",
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.place, self.where) if part)

    @property
    def where(self) -> str:
        return f"{self.village} ({self.municipality})" if self.village else str(self.municipality)

    @property
    def point(self) -> Any:
        """What distances are measured to; None for a village whose place is not known: it is not the centre."""
        village: Any = self.village
        if village is None:
            return self.municipality
        return village if village.latitude is not None else None

    @property
    def days_in_words(self) -> str:
        return ", ".join(str(WEEKDAYS[day]) for day in sorted(self.days))

    def is_open_on(self, day: date) -> bool:
        return day.weekday() in self.days
