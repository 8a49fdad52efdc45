"""That a visit's text stands in the official record: which version, since when, by whom."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from pathways.models.retained import OF_THE_PATH
from pathways.models.visit import Visit


class VisitMoved(models.Model):
    """Once for each version: a corrected text is moved anew."""

    retention = OF_THE_PATH

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="moves")
    version = models.PositiveSmallIntegerField()
    on = models.DateField(_("moved to the official record on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["visit", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "version"], name="a_version_of_a_visit_is_moved_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.version}"
