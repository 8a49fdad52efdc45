"""What partners say of the co-operation: short, in words, about us and never about a client (row S21)."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
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


class PartnerFeedbackQuerySet(models.QuerySet["PartnerFeedback"]):
    def to_correct(self, user: Any, since: date) -> PartnerFeedbackQuerySet:
        """What the user has typed in since that day, the newest first; the database gives them no other's."""
        return self.filter(by=user, on__gte=since).order_by("-on", "-pk")


class PartnerFeedback(models.Model):
    """`kind` of the organisation, and no name; `by` typed it in, and alone reads it one by one. `version` counts from
    one: how it stood before a correction is kept beside it."""

    retention = OF_FEEDBACK

    ref = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    on = models.DateField(_("date"))
    came = models.CharField(_("how it came"), max_length=10, choices=Came.choices)
    words = models.TextField(_("in the partner's own words"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    version = models.PositiveSmallIntegerField(default=1, db_default=1)

    objects: ClassVar[Any] = PartnerFeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["on"], name="feedback_by_day")]

    def __str__(self) -> str:
        return f"{self.on}"

    def get_absolute_url(self) -> str:
        return reverse("network:correct-feedback", args=[self.ref])

    @property
    def is_corrected(self) -> bool:
        return self.version > 1


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


class FeedbackBefore(models.Model):
    """How a feedback stood until it was corrected; `answers` by the code of the sentence."""

    retention = OF_FEEDBACK

    feedback = models.ForeignKey(PartnerFeedback, models.PROTECT, related_name="earlier")
    version = models.PositiveSmallIntegerField()
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    on = models.DateField(_("date"))
    came = models.CharField(_("how it came"), max_length=10, choices=Came.choices)
    words = models.TextField(_("in the partner's own words"), blank=True)
    answers = models.JSONField(default=dict)
    reason = models.CharField(_("why it was corrected"), max_length=300)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["feedback", "-version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["feedback", "version"], name="a_feedback_is_kept_once_as_it_stood"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}"
