"""A day on which a service comes to the locality (row S22: Kela in Pihtipudas), and the rule by which the days come."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.models.pop_up_series import PopUpSeries
from network.models.service import Service
from paku.kit.retention import Forgotten, Retention


class PopUpDayQuerySet(models.QuerySet["PopUpDay"]):
    """Days by what is ahead."""

    def while_it_is_there(self) -> PopUpDayQuerySet:
        """Before the service, or its organisation, ends."""
        found = self
        for whose in ("service__ended_on", "service__organisation__ended_on"):
            found = found.filter(Q(**{whose: None}) | Q(**{f"{whose}__gt": F("on")}))
        return found

    def ahead(self, today: date) -> PopUpDayQuerySet:
        """Cancelled ones too: somebody may be on the way there."""
        return self.while_it_is_there().filter(on__gte=today).select_related("municipality")

    def coming(self, today: date) -> PopUpDayQuerySet:
        """Those that are held."""
        return self.ahead(today).filter(is_cancelled=False)


class PopUpDay(models.Model):
    """`place` is what one tells the client: the town hall's lobby, the library."""

    retention = Retention(
        owner="network", ground="no client data", period="2 y from the day", shred="delete",
        forgotten=Forgotten("on", years=2),
    )  # fmt: skip

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="pop_up_days")
    series = models.ForeignKey(
        PopUpSeries, models.SET_NULL, null=True, blank=True, related_name="days"
    )
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="pop_up_days")
    place = models.CharField(max_length=120)
    on = models.DateField()
    opens_at = models.TimeField()
    closes_at = models.TimeField()
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    why_cancelled = models.CharField(_("why not held"), max_length=200, blank=True)

    objects: ClassVar[Any] = PopUpDayQuerySet.as_manager()

    class Meta:
        ordering = ["on", "opens_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "place", "on", "opens_at"], name="a_pop_up_day_is_listed_once"
            ),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="a_pop_up_day_ends_later",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.place}"
