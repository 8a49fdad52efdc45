"""“How to be with me”, in the person's own words: dated, with who wrote it down, never overwritten (row S14)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.retention import Retention


class AdviceQuerySet(models.QuerySet["Advice"]):
    """Advice of one person, the newest first."""

    def of(self, client: Client) -> AdviceQuerySet:
        return self.filter(client=client)

    def with_people(self) -> AdviceQuerySet:
        return self.select_related("heard_by")


class Advice(models.Model):
    """Append-only. `Client.advice` is the newest; an empty text says that the person took the advice back.

    `heard_by` is empty for what was written before the history was kept.
    """

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="advice_given")
    text = models.TextField(_("how to be with me"), blank=True)
    said_on = models.DateField(_("said on"))
    place = models.CharField(_("where"), max_length=80, blank=True)
    heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = AdviceQuerySet.as_manager()

    class Meta:
        ordering = ["-said_on", "-pk"]
        indexes = [models.Index(fields=["client", "-said_on", "-id"], name="advice_newest")]

    def __str__(self) -> str:
        return str(self.said_on)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("Advice is never changed: new advice is a new row")
        super().save(*args, **kwargs)
