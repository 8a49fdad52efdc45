"""What partners say of the co-operation: short, in words, about us and never about a client (row S21)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from network.models.organisation import OrganisationKind
from paku.kit.dated import Code
from paku.kit.retention import Retention

OF_FEEDBACK = Retention(
    owner="network", ground="no client data", period="while in use", shred="delete"
)


class FeedbackQuestion(Code):
    """One sentence, as a partner would say it; the main user words it anew from a day."""

    retention = Retention(
        owner="network", ground="no personal data", period="while in use", shred="delete"
    )


class Said(models.TextChoices):
    """Whether it is so."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    NO_VIEW = "no_view", _("cannot say")


class Came(models.TextChoices):
    """How it came."""

    PAPER = "paper", _("on paper")
    TOLD = "told", _("told to a worker")


class PartnerFeedback(models.Model):
    """`kind` of the organisation, and no name; `by` typed it in, and alone reads it one by one."""

    retention = OF_FEEDBACK

    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    on = models.DateField(_("date"))
    came = models.CharField(_("how it came"), max_length=10, choices=Came.choices)
    words = models.TextField(_("in the partner's own words"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["on"], name="feedback_by_day")]

    def __str__(self) -> str:
        return f"{self.on}"


class FeedbackAnswer(models.Model):
    """One sentence on one sheet."""

    retention = OF_FEEDBACK

    feedback = models.ForeignKey(PartnerFeedback, models.PROTECT, related_name="answers")
    question = models.ForeignKey(FeedbackQuestion, models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=10, choices=Said.choices)

    class Meta:
        ordering = ["feedback", "question__order", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["feedback", "question"], name="a_partner_answers_a_sentence_once"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=Said.values), name="a_partner_answers_in_four_ways"
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()
