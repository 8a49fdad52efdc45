"""Names by which the person has been known besides the one in use: found by search, shown on the sheet of names."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.retention import Retention


class NameKind(models.TextChoices):
    """Why the name is known."""

    FORMER = "former", _("former name")
    CALLED = "called", _("what the person is also called")
    IN_FILE = "in_file", _("earlier in this file")
    MERGED = "merged", _("in a file that was merged with this")


class ClientNameQuerySet(models.QuerySet["ClientName"]):
    """Names of one person."""

    def of(self, client: Client) -> ClientNameQuerySet:
        return self.filter(client=client)


class ClientName(models.Model):
    """`Client.other_names` and the search follow these rows in the database (migration 0060)."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: basic data 2 y from death",
        period="2 y from death",
        shred="delete",
        years=2,
        counted_from="death",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="names")
    text = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("what kind of name"), max_length=10, choices=NameKind.choices)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now())

    objects = ClientNameQuerySet.as_manager()

    class Meta:
        ordering = ["client", F("until").desc(nulls_first=True), "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "text", "kind"], name="a_name_is_written_once"
            ),
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
                name="a_name_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.text
