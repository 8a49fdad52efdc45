"""Where people live: municipalities (Statistics Finland codes) and villages, with rough coordinates for distances."""

from django.db import models
from django.utils.translation import get_language

from paku.kit.retention import Retention


class Municipality(models.Model):
    """One of the 22 of Keski-Suomi's wellbeing services county (law 616/2021)."""

    retention = Retention(
        owner="clients", ground="no personal data", period="while in use", shred="delete"
    )

    code = models.CharField(max_length=3, unique=True)
    name = models.CharField(max_length=60)
    name_sv = models.CharField(max_length=60, blank=True)
    latitude = models.DecimalField(max_digits=7, decimal_places=4)
    longitude = models.DecimalField(max_digits=7, decimal_places=4)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name_sv if get_language() == "sv" and self.name_sv else self.name


class Village(models.Model):
    """A village inside a municipality: help that does not reach is counted by these."""

    retention = Retention(
        owner="clients", ground="no personal data", period="while in use", shred="delete"
    )

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="villages")
    name = models.CharField(max_length=60)
    latitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    longitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)

    class Meta:
        ordering = ["municipality", "name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="a_village_is_named_once")
        ]

    def __str__(self) -> str:
        return self.name
