"""A controlled exit: what is seen to before support ends, and what of it remains in the person's own words."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from pathways.models.move import StageMove
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class ExitMatter(models.TextChoices):
    """The checklist, in the order in which it is gone through."""

    GOALS = "goals", _("The goals have been looked at together")
    MEASURES = "measures", _("3X10D and the goals' scales have been filled in at the end")
    CARRIERS = "carriers", _("It is agreed who carries each service that remains")
    NUMBER = "number", _("The client knows which number brings one back")
    NETWORK = "network", _("The network has been told, as far as the client allows")
    PAPER = "paper", _("The client has been given a paper of their own")
    CALLS = "calls", _("Calls after one, three and six months are agreed")
    GROUND = "ground", _("The ground of ending has been talked through")
    DOCUMENTS = "documents", _("The documents are ready, and the client has copies")


class ItemState(models.TextChoices):
    DONE = "done", _("done")
    NOT_NEEDED = "not_needed", _("not needed")


class ExitReview(models.Model):
    """One live for a path; a new one begins after support was strengthened again. `version` grows with every save.
    `left_open`: why the path moved on although something was not ticked."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="exits")
    what_remains = models.TextField(_("what remains of this"), blank=True)
    version = models.PositiveSmallIntegerField(default=0, db_default=0)
    move = models.OneToOneField(
        StageMove, models.PROTECT, null=True, blank=True, related_name="exit_review"
    )
    left_open = models.CharField(_("what was left open, and why"), max_length=300, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["path", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["path"], condition=Q(ended_on=None), name="a_path_has_one_live_exit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path_id}/{self.version}"


class ExitItem(models.Model):
    """One matter of the checklist that somebody has seen to, or found not needed and said why."""

    retention = OF_THE_PATH

    review = models.ForeignKey(ExitReview, models.PROTECT, related_name="items")
    matter = models.CharField(max_length=20, choices=ExitMatter.choices)
    state = models.CharField(max_length=12, choices=ItemState.choices)
    words = models.CharField(_("in words"), max_length=300, blank=True)
    on = models.DateField(_("date"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["review", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "matter"], name="a_matter_stands_once_on_an_exit"
            ),
            models.CheckConstraint(
                condition=Q(state=ItemState.DONE) | ~Q(words=""),
                name="what_is_not_needed_tells_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.review_id}/{self.matter}"
