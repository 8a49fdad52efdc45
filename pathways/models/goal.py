"""A goal on the path: the person's words first, a worker's beside them, and five levels said beforehand (S5; GAS)."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from clients.models.relation import relations_of
from network.models import Member, Step
from paku.saving.models import VersionedText
from pathways.models.goal_level import LEVELS, Agreed, Closing, Level, Rung
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class GoalQuerySet(models.QuerySet["Goal"]):
    def known_to(self, user: Any) -> GoalQuerySet:
        """With `relations`; strangers find nothing."""
        related = self.annotate(relations=relations_of(user, "path__client_id"))
        return related.exclude(relations=[])

    def of(self, client: Client) -> GoalQuerySet:
        return self.filter(path__client=client)

    def open(self) -> GoalQuerySet:
        return self.filter(closed_on=None)


class Goal(models.Model):
    """`owner` None: the person's own. `version` is that of the newest text."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="goals")
    owner = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField(_("since"))
    version = models.PositiveSmallIntegerField(default=1)
    closing = models.CharField(
        _("how it closed"), max_length=10, choices=Closing.choices, blank=True
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closing_words = models.CharField(_("in words"), max_length=300, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(db_default=Now())

    relations: list[str]  # where a door has asked
    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None, closing="", closed_by=None)
                | (Q(closed_on__gte=F("since"), closed_by__isnull=False) & ~Q(closing="")),
                name="a_closed_goal_tells_how_and_by_whom",
            ),
        ]
        indexes = [models.Index(fields=["path", "-since", "-id"], name="goal_by_path")]

    def __str__(self) -> str:
        return f"{self.since}"

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


class GoalTextQuerySet(models.QuerySet["GoalText"]):
    def newest(self) -> GoalTextQuerySet:
        """The valid version of each goal, its header in the same statement."""
        return self.filter(version=F("goal__version")).select_related(
            "goal__path__client", "goal__owner", "goal__closed_by", "author"
        )

    def of(self, client: Client) -> GoalTextQuerySet:
        return self.filter(goal__path__client=client)

    def open(self) -> GoalTextQuerySet:
        return self.filter(goal__closed_on=None)

    def newest_first(self) -> GoalTextQuerySet:
        """Goals that are open first."""
        return self.order_by(F("goal__closed_on").desc(nulls_first=True), "-goal__since", "-goal")

    def in_own_words(self) -> GoalTextQuerySet:
        """Open goals as the person said them, for the person's own eyes."""
        return self.open().exclude(client_words="").newest_first()

    def with_all(self) -> GoalTextQuerySet:
        """With what was judged and agreed on, the newest judgement first; the same statements for any number."""
        judged = ("goal__attainments__text", "goal__attainments__by")
        return self.prefetch_related(*judged, "goal__goal_steps__step__doer")


class GoalText(VersionedText):
    """One wording. The five levels are all there or none: they are written when the person is ready for them."""

    retention = OF_THE_PATH

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="texts")
    client_words = models.TextField(_("in the person's own words"), blank=True)
    worker_words = models.TextField(_("in the worker's words"), blank=True)
    agreed = models.CharField(
        max_length=10, choices=Agreed.choices, default=Agreed.NOT_ASKED, db_default=Agreed.NOT_ASKED
    )
    much_less = models.CharField(max_length=300, blank=True)
    less = models.CharField(max_length=300, blank=True)
    hoped = models.CharField(max_length=300, blank=True)
    more = models.CharField(max_length=300, blank=True)
    much_more = models.CharField(max_length=300, blank=True)
    helps = models.CharField(_("what helps"), max_length=300, blank=True)
    hinders = models.CharField(_("what stands in the way"), max_length=300, blank=True)

    objects = GoalTextQuerySet.as_manager()

    class Meta(VersionedText.Meta):
        ordering = ["goal", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "version"], name="one_text_per_version_of_a_goal"
            ),
            models.CheckConstraint(
                condition=~Q(client_words="", worker_words=""), name="a_goal_is_said_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(much_less="", less="", hoped="", more="", much_more="")
                | ~(Q(much_less="") | Q(less="") | Q(hoped="") | Q(more="") | Q(much_more="")),
                name="the_levels_of_a_goal_are_five_or_none",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}"

    @property
    def has_levels(self) -> bool:
        return bool(self.hoped)

    @property
    def rungs(self) -> list[Rung]:
        """The levels from the highest, each in its own sentence; none if they have not been written."""
        return [Rung(level, self.words_of(level)) for level in LEVELS] if self.has_levels else []

    @property
    def title(self) -> str:
        """How the goal is called: as the person says it."""
        return self.client_words or self.worker_words

    def words_of(self, level: int) -> str:
        return str(getattr(self, LEVELS[Level(level)]))


class GoalStep(models.Model):
    """Which steps lead towards the goal: the upper side links."""

    retention = OF_THE_PATH

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="goal_steps")
    step = models.ForeignKey(Step, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["goal", "step__due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["goal", "step"], name="a_step_leads_to_a_goal_once")
        ]

    def __str__(self) -> str:
        return f"{self.goal_id}–{self.step_id}"
