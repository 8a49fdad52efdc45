"""A dated move from one stage to another: who, why, what next, who carries it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH
from pathways.models.stage import Stage


class StageMoveQuerySet(models.QuerySet["StageMove"]):
    """Moves with the path they belong to."""

    def of_newest_path(self, client: Client) -> StageMoveQuerySet:
        """All moves of the client's open path, or of the last ended one; the path itself in the same statement."""
        newest = Pathway.objects.filter(client=client).order_by(
            F("ended_on").desc(nulls_first=True), "-pk"
        )
        return (
            self.filter(path__in=newest.values("pk")[:1])
            .select_related("path")
            .order_by("on", "pk")
        )


class StageMove(models.Model):
    """Append-only: a path is a history."""

    retention = OF_THE_PATH

    path = models.ForeignKey(Pathway, models.PROTECT, related_name="moves")
    stage = models.CharField(_("to stage"), max_length=20, choices=Stage.choices)
    on = models.DateField(_("date"))
    why = models.TextField(_("why"), blank=True)
    what_next = models.CharField(_("what next"), max_length=300, blank=True)
    carried_by = models.CharField(_("who carries it"), max_length=120, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects = StageMoveQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["path", "on", "id"], name="move_by_path")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_stage_display()}"
