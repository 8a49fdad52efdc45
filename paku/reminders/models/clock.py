"""How long: the clocks of the law and our own, changed by the main user; each row with its source and its first day.

A clock that Paku counts in days (rhythms, return ticket and the like) stays in days: the unit belongs to the clock
and is not changed with its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from paku.kit.dated import Code, CodeQuerySet
from paku.kit.retention import Retention
from paku.reminders.terms import Unit, in_words, last_day


class ClockKind(models.TextChoices):
    """Whether breaking it breaks the law or a promise of our own: always said in a word, too."""

    LAW = "law", _("statutory time limit")
    OWN_TARGET = "own_target", _("our own target")


class Start(models.TextChoices):
    """The event from which it runs."""

    MATTER = "matter", _("the matter was set going")
    APPLICATION = "application", _("the application arrived")
    REQUEST = "request", _("the client asked")
    WRITTEN_REQUEST = "written_request", _("a written request arrived")
    JOINT_ASSESSMENT = "joint_assessment", _("the joint assessment began")
    REVIEW = "review", _("the plan or its last review")
    CONTACT = "contact", _("the last contact")
    SENT = "sent", _("the notice or referral was sent")
    FEEDBACK = "feedback", _("the feedback arrived")
    NOTIFIED = "notified", _("the decision was made known")
    DECISION = "decision", _("the decision was made")
    END = "end", _("the path ended")
    LAST_DAY = "last_day", _("so long before the last day")
    MET = "met", _("the person was last met in outreach")


@dataclass(frozen=True, slots=True)
class Term:
    """A clock in force, without its row: `last_day(start)` is the day by which it is to be done."""

    code: str
    number: int
    unit: str
    kind: str
    label: str
    source: str

    @property
    def is_law(self) -> bool:
        return self.kind == ClockKind.LAW

    @property
    def words(self) -> str:
        """“7 working days”."""
        return in_words(self.number, self.unit)

    def last_day(self, start: date) -> date | None:
        """None: as agreed, so no day follows from it."""
        return last_day(start, self.number, self.unit)


class ClockQuerySet(CodeQuerySet):
    """Clocks by the day on which they hold."""

    def days(self, day: date) -> dict[str, int]:
        """Code → days for the clocks that are counted in days, in force that day; one statement. The newest wins where
        two overlap."""
        counted = self.on(day).filter(unit=Unit.DAYS)
        return dict(counted.order_by("since", "pk").values_list("code", "days"))

    def terms(self, day: date) -> dict[str, Term]:
        """Code → the clock in force that day, in its own unit; one statement."""
        rows = self.on(day).order_by("since", "pk")
        return {row.code: row.term for row in rows}


class Clock(Code):
    """`days`: how many of `unit`. `is_followed`: Paku reminds of it; the others are told in the table only."""

    retention = Retention(
        owner="reminders", ground="no personal data", period="while in use", shred="delete"
    )

    days = models.PositiveSmallIntegerField(_("how many"))
    unit = models.CharField(_("unit"), max_length=20, choices=Unit.choices, default=Unit.DAYS)
    kind = models.CharField(
        _("kind"), max_length=20, choices=ClockKind.choices, default=ClockKind.OWN_TARGET
    )
    begins = models.CharField(_("runs from"), max_length=20, choices=Start.choices, blank=True)
    is_followed = models.BooleanField(_("Paku reminds of it"), default=False, db_default=False)
    reason = models.CharField(_("why it was changed"), max_length=300, blank=True)

    objects: ClassVar[Any] = ClockQuerySet.as_manager()

    class Meta(Code.Meta):
        abstract = False
        constraints = [
            *Code.Meta.constraints,
            models.CheckConstraint(
                condition=Q(unit__in=Unit.without_number(), days=0)
                | ~Q(unit__in=Unit.without_number()) & Q(days__gte=1),
                name="a_clock_runs_as_long_as_its_unit_says",
            ),
        ]

    @property
    def term(self) -> Term:
        return Term(self.code, self.days, self.unit, self.kind, self.label, self.source)

    @property
    def is_law(self) -> bool:
        return self.kind == ClockKind.LAW

    @property
    def words(self) -> str:
        """How long, in words."""
        return in_words(self.days, self.unit)
