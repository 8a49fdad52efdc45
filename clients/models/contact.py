"""How the person is reached. Apart from Client, so that a protected address can be kept behind a door of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.retention import Retention


class ContactKind(models.TextChoices):
    PHONE = "phone", _("phone")
    EMAIL = "email", _("e-mail")
    ADDRESS = "address", _("address")


class ContactPoint(models.Model):
    """A number (E.164), a mail address or a place, with a note such as “only in the mornings”."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: basic data 2 y from death",
        period="2 y from death",
        shred="delete",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="contact_points")
    kind = models.CharField(max_length=10, choices=ContactKind.choices)
    value = models.CharField(max_length=254)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["client", "pk"]
        indexes = [
            models.Index(
                fields=["value"],
                condition=models.Q(kind=ContactKind.PHONE),
                name="contact_by_phone",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
