"""A day on which a service comes to the locality (row S22: Kela in Pihtipudas)."""

from django.db import models

from clients.models import Municipality
from network.models.service import Service
from paku.kit.retention import Retention


class PopUpDay(models.Model):
    """`place` is what one tells the client: the town hall's lobby, the library."""

    retention = Retention(owner="network", ground="no client data", period="2 y", shred="delete")

    service = models.ForeignKey(Service, models.CASCADE, related_name="pop_up_days")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="pop_up_days")
    place = models.CharField(max_length=120)
    on = models.DateField()
    opens_at = models.TimeField()
    closes_at = models.TimeField()

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
