"""How many days: a code list that the main user changes, each row with its source and its first day."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from paku.kit.dated import Code, CodeQuerySet
from paku.kit.retention import Retention


class ClockKind(models.TextChoices):
    """Whether breaking it breaks the law or a promise of our own."""

    LAW = "law", _("statutory time limit")
    OWN_TARGET = "own_target", _("our own target")


class ClockQuerySet(CodeQuerySet):
    """Clocks by the day on which they hold."""

    def days(self, day: date) -> dict[str, int]:
        """Code → days for the clocks in force that day; one statement. The newest wins where two overlap."""
        return dict(self.on(day).order_by("since", "pk").values_list("code", "days"))


class Clock(Code):
    """`rhythm_<stage>`: the longest time between contacts; `silence`: when a quiet client is looked for."""

    retention = Retention(
        owner="reminders", ground="no personal data", period="while in use", shred="delete"
    )

    days = models.PositiveSmallIntegerField(_("days"))
    kind = models.CharField(
        _("kind"), max_length=20, choices=ClockKind.choices, default=ClockKind.OWN_TARGET
    )

    objects: ClassVar[Any] = ClockQuerySet.as_manager()

    class Meta(Code.Meta):
        abstract = False
        constraints = [
            *Code.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(days__gte=1), name="a_clock_runs_a_day_at_least"
            ),
        ]
