"""How a path ended, beside its ground and its day: words, who carries what remains, the receipt, the tries."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import connection, models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class PathEnd(models.Model):
    """Append-only. `tries` are the days on which the person was tried and not met since the last meeting."""

    retention = OF_THE_PATH

    path = models.OneToOneField(Pathway, models.PROTECT, related_name="end")
    words = models.TextField(_("in words"), blank=True)
    what_remains = models.TextField(_("what remains, and who carries it"), blank=True)
    received_by = models.CharField(_("who received the matter"), max_length=200, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, db_default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["path"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(received_by="", received_on=None)
                | (~models.Q(received_by="") & models.Q(received_on__isnull=False)),
                name="a_receipt_tells_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path_id}"


def days_of_tries(path: Pathway) -> list[date]:
    """When it was tried since the last meeting, the newest first; days only, for those too who lead without reading."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT day FROM paku_tries(%s) AS day ORDER BY day DESC", [path.pk])
        found: list[tuple[Any]] = cursor.fetchall()
    return [day for (day,) in found]
