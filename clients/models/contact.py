"""How and where the person is reached. Apart from Client, so that a protected address is kept behind its own door.

Turvakielto: the rows of such a client are seen inside `contact_data_shown` only, by the database too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from clients.models.place import Municipality, Village
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
        years=2,
        counted_from="death",
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


class ProtectedPlace(models.Model):
    """Where a client with turvakielto lives: their Client row holds no place, so that no list or figure can tell it."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: basic data 2 y from death",
        period="2 y from death",
        shred="delete",
        years=2,
        counted_from="death",
    )

    client = models.OneToOneField(
        Client, models.PROTECT, primary_key=True, related_name="protected_place"
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["client"]

    def __str__(self) -> str:
        return ", ".join(str(part) for part in (self.village, self.municipality) if part)


@contextmanager
def contact_data_shown(client: Client) -> Iterator[None]:
    """Inside, and nowhere else, the database gives this client's protected contact data (migration 0010).

    When something fails inside, the transaction ends and the setting with it.
    """
    _reveal(str(client.pk))
    yield
    _reveal("")


def _reveal(client: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('paku.revealed', %s, true)", [client])
