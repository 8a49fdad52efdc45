"""Meaning and faith (row S7, decision 0025): only as the person wishes, and only for those whom the person names.

What somebody else may not read must not be felt either: no count, no sign, no place in search, papers or summaries.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.encrypted import EncryptedText
from paku.kit.retention import Retention


class MeaningQuerySet(models.QuerySet["Meaning"]):
    """Always for a reader: nobody asks for all of them."""

    def read_by(self, user: Any) -> MeaningQuerySet:
        return self.filter(readers__contains=[user.pk])

    def of(self, client: Client) -> MeaningQuerySet:
        return self.filter(client=client)

    def with_people(self) -> MeaningQuerySet:
        return self.select_related("heard_by")


class Meaning(models.Model):
    """One telling, encrypted, with the workers who may read it (`readers`, keys of users). The words never change."""

    retention = Retention(
        owner="clients",
        ground="GDPR 9 art. 2(a); 703/2023 annex: 10 y from closing the matter",
        period="until the person takes it back, at most 10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    text = EncryptedText()
    said_on = models.DateField(_("said on"))
    heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    readers = ArrayField(models.BigIntegerField())
    at = models.DateTimeField(auto_now_add=True)

    objects = MeaningQuerySet.as_manager()

    class Meta:
        ordering = ["-said_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(readers__len__gt=0), name="somebody_named_reads_of_meaning"
            )
        ]

    def __str__(self) -> str:
        return str(self.ref)

    def leave(self) -> None:
        """The user whom the request named reads this no more; the database lets nobody else write that."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT paku_leave_meaning(%s)", [self.pk])
