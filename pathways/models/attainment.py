"""Where one is with a goal on a day, in the words that its level had then. Append-only: a change is a new judgement."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from pathways.models.filled_with import FilledWith
from pathways.models.goal import Goal, GoalText
from pathways.models.goal_level import Level
from pathways.models.retained import OF_THE_PATH


class Attainment(models.Model):
    """`text` is the wording that was judged: what its level says stays as it was said then."""

    retention = OF_THE_PATH

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="attainments")
    text = models.ForeignKey(GoalText, models.PROTECT, related_name="+")
    level = models.SmallIntegerField(_("level"), choices=Level.choices)
    on = models.DateField(_("date"))
    filled_with = models.CharField(_("judged"), max_length=10, choices=FilledWith.choices)
    note = models.CharField(_("in words"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["goal", "-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__range=(-2, 2)), name="a_level_is_one_of_the_five"
            ),
        ]
        indexes = [models.Index(fields=["goal", "-on", "-id"], name="attainment_newest")]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def words(self) -> str:
        """The level's own sentence."""
        return self.text.words_of(self.level)

    @property
    def is_alone(self) -> bool:
        """Judged without the person."""
        return self.filled_with == FilledWith.WORKER
