"""A clock that runs on a path: a personal talk or a joint meeting with Kela was asked for, or the need is urgent."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models.relation import relations_of
from paku.reminders.models import Clock
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class Outcome(models.TextChoices):
    """How it ended."""

    MET = "met", _("it was held")
    CALLED_OFF = "called_off", _("the person does not want it any more")
    UNFOUNDED = "unfounded", _("it was obviously unfounded, and the person was told why")
    MISTAKE = "mistake", _("it was marked by mistake")
    HELPED = "helped", _("it was assessed, and help was arranged at once")
    NOT_URGENT = "not_urgent", _("it was assessed: the need is not urgent")
    ELSEWHERE = "elsewhere", _("it was made in the official system")


URGENT = "urgent"  # SHL 36 § 1: the need of urgent help is assessed the same day
OF_URGENT = (Outcome.HELPED, Outcome.NOT_URGENT, Outcome.MISTAKE)
OF_ASKED = (Outcome.MET, Outcome.CALLED_OFF, Outcome.UNFOUNDED, Outcome.MISTAKE)


def ways_to_end(code: str) -> list[tuple[str, Any]]:
    """What a worker may choose."""
    return [(one.value, one.label) for one in (OF_URGENT if code == URGENT else OF_ASKED)]


class ClockRunQuerySet(models.QuerySet["ClockRun"]):
    """Runs by whether they are over and by their day."""

    def known_to(self, user: Any) -> ClockRunQuerySet:
        """With `relations`, as the doors ask; strangers find nothing."""
        return self.annotate(relations=relations_of(user, "path__client_id")).exclude(relations=[])

    def on_path(self, path: Pathway) -> ClockRunQuerySet:
        return self.filter(path=path)

    def running(self) -> ClockRunQuerySet:
        """Of open paths: the end of a path ends its clocks."""
        return self.filter(ended_on=None, path__ended_on=None)

    def due_by(self, day: date) -> ClockRunQuerySet:
        return self.running().filter(due_on__lte=day)

    def told(self) -> ClockRunQuerySet:
        """With the clock's words as they were when it began, the soonest first."""
        return self.select_related("clock", "path__client").order_by("due_on", "pk")


class ClockRun(models.Model):
    """`clock` is the row that was in force when it began: a later change moves no day that was promised."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="clock_runs")
    clock = models.ForeignKey(Clock, models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    started_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("by when"))
    words = models.CharField(_("about what"), max_length=300, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    ended_on = models.DateField(_("over on"), null=True, blank=True)
    outcome = models.CharField(
        _("how it ended"), max_length=12, choices=Outcome.choices, blank=True
    )
    end_words = models.CharField(_("in words"), max_length=300, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    relations: list[str]  # where a door has asked
    objects = ClockRunQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["path", "code"],
                condition=Q(ended_on=None),
                name="a_clock_runs_once_at_a_time_on_a_path",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("started_on")), name="a_clock_is_due_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(ended_by=None, ended_on=None, outcome="")
                | Q(ended_by__isnull=False, ended_on__gte=F("started_on")) & ~Q(outcome=""),
                name="a_clock_that_is_over_tells_how",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on"], condition=Q(ended_on=None), name="clock_runs_by_their_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.clock}"

    def get_absolute_url(self) -> str:
        return reverse("pathways:clock-over", args=[self.ref])

    @property
    def is_running(self) -> bool:
        return self.ended_on is None

    @property
    def is_urgent(self) -> bool:
        return self.code == URGENT
