"""Tapering as an agreed dose (sentence 7): dated steps, each begun by agreement and looked at together at its end."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from network.models import Step
from pathways.models.agreed_rhythm import LONGEST, How
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH
from pathways.models.tapering_words import rhythm_words


class PlanEnd(models.TextChoices):
    """Why a plan holds no more. None of them is a failure: the plan stays readable as it was."""

    NEW_PLAN = "new_plan", _("a new plan was agreed")
    MORE_SUPPORT = "more_support", _("support was strengthened again")
    WENT_ON = "went_on", _("the path went on to a controlled exit")
    PATH_ENDED = "path_ended", _("the path ended")


class Held(models.TextChoices):
    """Was the lighter rhythm enough?"""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("not yet")


class TaperingPlanQuerySet(models.QuerySet["TaperingPlan"]):
    """Plans of a path, with their steps and looks where they are shown."""

    def on_path(self, path: Pathway) -> TaperingPlanQuerySet:
        return self.filter(path=path)

    def live(self) -> TaperingPlanQuerySet:
        return self.filter(ended_on=None)

    def told(self) -> TaperingPlanQuerySet:
        """Three statements, whatever the number of plans; the newest first."""
        return (
            self.select_related("by", "ask")
            .prefetch_related("steps__begun_by", "steps__looks__by")
            .order_by("-pk")
        )


class TaperingPlan(models.Model):
    """At most one live for a path. `ask` is the step on which the next look is agreed; the path never moves by itself.
    `looked_on`: the day on which the last step of the plan is looked at."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="tapering_plans")
    client_words = models.TextField(_("what the client says of it"), blank=True)
    looked_on = models.DateField(_("looked at together at the end"))
    made_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    ask = models.OneToOneField(
        Step, models.PROTECT, null=True, blank=True, related_name="tapering_plan"
    )
    ended_on = models.DateField(null=True, blank=True)
    ended_how = models.CharField(max_length=20, choices=PlanEnd.choices, blank=True)

    objects = TaperingPlanQuerySet.as_manager()

    class Meta:
        ordering = ["path", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["path"],
                condition=Q(ended_on=None),
                name="a_path_has_one_live_tapering_plan",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_how="")
                | (Q(ended_on__isnull=False) & ~Q(ended_how="")),
                name="an_ended_plan_tells_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.made_on}"

    @property
    def is_live(self) -> bool:
        return self.ended_on is None

    @property
    def in_force(self) -> TaperingStep | None:
        """The last step that has begun."""
        return next((step for step in reversed(self.in_order) if step.begun_on), None)

    @property
    def upcoming(self) -> TaperingStep | None:
        """The first step that has not begun."""
        return next((step for step in self.in_order if not step.begun_on), None)

    @property
    def in_order(self) -> list[TaperingStep]:
        return sorted(self.steps.all(), key=lambda step: step.number)

    @property
    def next_look_on(self) -> date:
        """When the rhythm in force is looked at: the agreed day, or as the plan has it."""
        if self.ask and self.ask.is_open:
            return self.ask.due_on
        return self.upcoming.from_on if self.upcoming else self.looked_on


class TaperingStep(models.Model):
    """From a day on, every so many days, in which way. Planned until somebody begins it with the person."""

    retention = OF_THE_PATH

    plan = models.ForeignKey(TaperingPlan, models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    from_on = models.DateField(_("from"))
    every_days = models.PositiveSmallIntegerField(_("every how many days"))
    how = models.CharField(_("how"), max_length=10, choices=How.choices)
    begun_on = models.DateField(null=True, blank=True)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["plan", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "number"], name="the_steps_of_a_plan_are_numbered"
            ),
            models.CheckConstraint(
                condition=Q(every_days__range=(1, LONGEST)),
                name="a_tapering_step_is_from_a_day_to_a_year",
            ),
            models.CheckConstraint(
                condition=Q(begun_on=None, begun_by=None)
                | Q(begun_on__isnull=False, begun_by__isnull=False),
                name="a_step_is_begun_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}/{self.number}"

    @property
    def words(self) -> str:
        """“every 14 days, a call”."""
        return rhythm_words(self.every_days, self.how)


class TaperingLook(models.Model):
    """“Was it enough?”, the client's words first. Append-only: the same step may be looked at many times."""

    retention = OF_THE_PATH

    step = models.ForeignKey(TaperingStep, models.PROTECT, related_name="looks")
    on = models.DateField(_("date"))
    held = models.CharField(_("was it enough"), max_length=10, choices=Held.choices)
    client_words = models.TextField(_("in the client's words"), blank=True)
    words = models.TextField(_("in the worker's words"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["step", "pk"]

    def __str__(self) -> str:
        return f"{self.step_id} {self.on}"
