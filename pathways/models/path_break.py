"""A path break: help that did not reach, from a day to a day (sentence 5; rows S2 and S3)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pathways.models.break_kind import BreakKind
from pathways.models.break_sums import SummedBreaks
from pathways.models.pathway import Pathway
from pathways.models.sighting import Sighting, of_a_path_or_of_a_team
from pathways.models.stage import Stage


class Effect(models.IntegerChoices):
    """What it did to the person's matter; of the service, never of the person."""

    SLOWED = 1, _("It slowed things down")
    DELAYED = 2, _("Help came late, or less than was needed")
    LEFT_OUT = 3, _("Help did not come")


class PathBreakQuerySet(SummedBreaks):
    """Breaks by whether they are over."""

    def open(self) -> PathBreakQuerySet:
        return self.filter(until=None, is_mistake=False)

    def told(self) -> PathBreakQuerySet:
        return super().told().select_related("kind")

    def in_the_way(self, path: Pathway, today: date) -> list[tuple[PathBreak, int]]:
        """What lasts on the path now, the oldest first, each with its days; one statement."""
        return self.on_path(path).open().told().with_days(today)

    def along(self, path: Pathway, today: date) -> list[tuple[PathBreak, int]]:
        """All of the path's, those that last first; one statement."""
        return self.on_path(path).told().with_days(today)

    def with_days(self, today: date) -> list[tuple[PathBreak, int]]:
        """In the order in which they are read, each with the days that it has lasted or lasted."""
        return [(one, one.days(today)) for one in self.open_first()]

    def open_first(self) -> PathBreakQuerySet:
        """Those that last, the oldest of them first; then the others, the newest first."""
        return self.order_by("is_mistake", F("until").desc(nulls_first=True), "since", "pk")


class PathBreak(Sighting):
    """`until`: the day on which it was over; `stage`: that of the path when it began, empty before the first."""

    kind = models.ForeignKey(BreakKind, models.PROTECT, related_name="+", verbose_name=_("kind"))
    stage = models.CharField(_("stage then"), max_length=20, choices=Stage.choices, blank=True)
    since = models.DateField(_("since"))
    until = models.DateField(_("over on"), null=True, blank=True)
    effect = models.PositiveSmallIntegerField(
        _("effect"), choices=Effect.choices, null=True, blank=True
    )
    consequence = models.CharField(_("what followed"), max_length=300, blank=True)
    workaround = models.CharField(_("how one manages meanwhile"), max_length=300, blank=True)
    what_helped = models.CharField(_("what helped"), max_length=300, blank=True)
    is_mistake = models.BooleanField(_("marked by mistake"), default=False, db_default=False)
    over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PathBreakQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            of_a_path_or_of_a_team("a_break"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="a_break_is_over_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(over_by__isnull=False),
                name="a_break_is_over_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(path__isnull=False) | Q(stage=""), name="the_area_has_no_stage"
            ),
            models.CheckConstraint(
                condition=Q(effect=None) | Q(effect__range=(1, 3)), name="an_effect_is_one_of_three"
            ),
        ]
        indexes = [
            models.Index(fields=["path", "-since", "-id"], name="break_by_path"),
            models.Index(
                fields=["team", "-since", "-id"], condition=Q(path=None), name="break_of_area"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}"

    @property
    def is_open(self) -> bool:
        return self.until is None

    @property
    def stage_words(self) -> str:
        """Where the path then was; before its first stage one is outside services. Nothing for the area."""
        if self.path_id is None:
            return ""
        return str(self.get_stage_display()) if self.stage else str(_("Outside services"))

    def days(self, today: date) -> int:
        """How many days it has lasted, or lasted."""
        return max(((self.until or today) - self.since).days, 0)
