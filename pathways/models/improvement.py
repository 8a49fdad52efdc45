"""What is to be mended in the services: a problem, an owner, a day, what was changed, and whether it helped (S22)."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from paku.kit.retention import Retention
from pathways.models.break_kind import BreakKind


class State(models.TextChoices):
    """How far it is."""

    AGREED = "agreed", _("agreed on")
    DOING = "doing", _("being done")
    CHANGED = "changed", _("changed")
    DROPPED = "dropped", _("left undone")


class ImprovementQuerySet(models.QuerySet["Improvement"]):
    def on_board(self) -> ImprovementQuerySet:
        """What goes on first, the soonest of it first; then what is over, the newest first. One statement."""
        over = Q(state__in=(State.CHANGED, State.DROPPED))
        is_over = models.Case(models.When(over, then=1), default=0)
        over_on = models.Case(models.When(over, then=F("changed_on")))
        rows = self.select_related("kind", "municipality", "owner")
        return rows.annotate(is_over=is_over).order_by(
            "is_over", over_on.desc(nulls_last=True), "due_on", "pk"
        )


class Improvement(models.Model):
    """`kind`, `actor` and `municipality`: the problem spot from which it was made; without `kind` nothing is counted.

    Nothing here is of a person. `version` keeps two who write at once apart.
    """

    retention = Retention(
        owner="pathways", ground="no client data", period="while in use", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    problem = models.CharField(_("what is the problem"), max_length=300)
    kind = models.ForeignKey(BreakKind, models.PROTECT, null=True, blank=True, related_name="+")
    actor = models.CharField(_("whose service"), max_length=150, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who minds it")
    )
    due_on = models.DateField(_("by when"))
    state = models.CharField(
        _("how far it is"), max_length=10, choices=State.choices, default=State.AGREED
    )
    changed = models.CharField(_("what was changed"), max_length=500, blank=True)
    changed_on = models.DateField(_("since when it has been otherwise"), null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects = ImprovementQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.CHANGED) | (Q(changed_on__isnull=False) & ~Q(changed="")),
                name="what_has_been_changed_is_told_with_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.problem

    def get_absolute_url(self) -> str:
        return reverse("pathways:improvement", args=[self.ref])

    @property
    def spot(self) -> str:
        """Where the problem is, in words."""
        parts = (self.kind, self.actor, self.municipality)
        return " · ".join(str(one) for one in parts if one)
