"""“This worked”: the other side of a break, so that what works is found again and done elsewhere."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pathways.models.good_practice import GoodPractice
from pathways.models.sighting import Sighting, SightingQuerySet, of_a_path_or_of_a_team


class ThisWorked(Sighting):
    """`what` in short words; of the deed, not of the person. `practice`: the good practice into which it was lifted."""

    what = models.CharField(_("what worked"), max_length=300)
    on = models.DateField(_("date"))
    practice = models.ForeignKey(
        GoodPractice, models.PROTECT, null=True, blank=True, related_name="marks"
    )

    objects = SightingQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [of_a_path_or_of_a_team("what_worked")]
        indexes = [
            models.Index(fields=["path", "-on", "-id"], name="worked_by_path"),
            models.Index(
                fields=["team", "-on", "-id"], condition=Q(path=None), name="worked_in_area"
            ),
        ]

    def __str__(self) -> str:
        return self.what
