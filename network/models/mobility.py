"""How the person gets about, as they told it: ten ways, several at once. A new answer stands beside the old one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from paku.kit.retention import Retention


class Way(models.TextChoices):
    """In a country of long ways: what there is, and what there is not."""

    CAR = "car", _("driving licence and a car to use")
    NO_CAR = "no_car", _("driving licence, no car")
    SHARED_CAR = "shared_car", _("a car now and then: a shared or a borrowed one")
    MOPED = "moped", _("moped, light quadricycle or tractor")
    BUS = "bus", _("by bus, when one runs")
    LIFT = "lift", _("a lift from close ones")
    TAXI = "taxi", _("taxi, service transport or Kela taxi")
    OWN_POWER = "own_power", _("by bicycle, kick sledge or on foot")
    ESCORTED = "escorted", _("only with somebody who comes along")
    NONE = "none", _("does not get away from home")


class MobilityQuerySet(models.QuerySet["Mobility"]):
    def of(self, client: Client) -> MobilityQuerySet:
        return self.filter(client=client)

    def newest_first(self) -> MobilityQuerySet:
        return self.select_related("heard_by").order_by("-pk")


class Mobility(models.Model):
    """One telling. Append-only: the newest counts. `words`: what stands in the way, in few words."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    ways = ArrayField(models.CharField(max_length=12, choices=Way.choices))
    words = models.CharField(_("what stands in the way"), max_length=300, blank=True)
    told_on = models.DateField(_("told on"))
    heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = MobilityQuerySet.as_manager()

    class Meta:
        ordering = ["client", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ways__len=1) | ~Q(ways__contains=[Way.NONE]),
                name="who_gets_nowhere_goes_by_nothing",
            ),
        ]
        indexes = [models.Index(fields=["client", "-id"], name="mobility_newest")]

    def __str__(self) -> str:
        return ", ".join(self.in_words)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("What was told is never changed: a new answer is a new row")
        super().save(*args, **kwargs)

    @property
    def in_words(self) -> list[str]:
        """In the order of the list."""
        return [str(way.label) for way in Way if way in self.ways]
