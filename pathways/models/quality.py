"""The quality list (domain 1.4): twelve sentences that the person answers at plan reviews and at the exit.

The wording is a code list of the main user's; what was answered stays with the wording of its day. Nothing is added up
of one person.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from paku.kit.dated import Code
from paku.kit.retention import Retention
from pathways.models.filled_with import FilledWith
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH


class QualityItem(Code):
    """One of the twelve, as the person would say it."""

    retention = Retention(
        owner="pathways", ground="no personal data", period="while in use", shred="delete"
    )


class Held(models.TextChoices):
    """Whether it is so. What has not been asked is not taken for a yes."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    NOT_ASKED = "not_asked", _("not asked yet")


class AskedAt(models.TextChoices):
    """Why it is gone through now."""

    REVIEW = "review", _("at a plan review")
    EXIT = "exit", _("at the exit")
    BETWEEN = "between", _("at another time")


class QualityCheckQuerySet(models.QuerySet["QualityCheck"]):
    def of(self, client: Client) -> QualityCheckQuerySet:
        """The newest first, with their answers; two statements for any number."""
        found = self.filter(path__client=client).select_related("by")
        answers = QualityAnswer.objects.select_related("item")
        return found.prefetch_related(models.Prefetch("answers", answers))


class QualityCheck(models.Model):
    """Append-only: gone through again is a new check."""

    retention = OF_THE_PATH

    path = models.ForeignKey(Pathway, models.PROTECT, related_name="+")
    on = models.DateField(_("date"))
    asked_at = models.CharField(_("when it was asked"), max_length=10, choices=AskedAt.choices)
    filled_with = models.CharField(_("filled in"), max_length=10, choices=FilledWith.choices)
    words = models.TextField(_("in the person's own words"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    objects = QualityCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["path", "-on", "-id"], name="quality_check_newest")]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def is_alone(self) -> bool:
        """Filled in without the person: shown as such, and left out of the team's figures."""
        return self.filled_with == FilledWith.WORKER


class QualityAnswer(models.Model):
    """One sentence on one sheet; what was not asked has its row too."""

    retention = OF_THE_PATH

    check_made = models.ForeignKey(QualityCheck, models.PROTECT, related_name="answers")
    item = models.ForeignKey(QualityItem, models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=10, choices=Held.choices)

    class Meta:
        ordering = ["check_made", "item__order", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["check_made", "item"], name="a_sentence_is_answered_once_on_a_sheet"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=Held.values), name="quality_is_answered_in_four_ways"
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()

    @property
    def is_unasked(self) -> bool:
        return self.answer == Held.NOT_ASKED

    @property
    def tone(self) -> str:
        """Of the pill; what is to be talked about stands out."""
        return {Held.YES: "good", Held.NO: "warn"}.get(Held(self.answer), "quiet")


class LastTime(NamedTuple):
    """What was last answered to a sentence."""

    answer: Any
    on: date


def last_time(checks: Iterable[QualityCheck]) -> dict[str, LastTime]:
    """By code, from checks newest first; a sheet on which it was not asked is passed over."""
    found: dict[str, LastTime] = {}
    for check in checks:
        for told in check.answers.all():
            if not told.is_unasked:
                found.setdefault(told.item.code, LastTime(Held(told.answer), check.on))
    return found
