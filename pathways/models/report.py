"""A near-worker's situation report (tilannetieto): header, texts in versions, the questions that returned it."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from clients.models.relation import relations_of
from paku.saving.models import VersionedText
from pathways.models.pathway import Pathway
from pathways.models.retained import OF_THE_PATH

PARTS = ("client_words", "changed", "worries", "needed")


class ReportState(models.TextChoices):
    """Whose turn it is."""

    WAITING = "waiting", _("waiting to be read")
    ASKED_BACK = "asked_back", _("asked back")
    ACCEPTED = "accepted", _("accepted")


class SituationReport(models.Model):
    """It stands on the path once accepted. `version` and `sent_on` are those of the newest text."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    path = models.ForeignKey(Pathway, models.PROTECT, related_name="reports")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=12, choices=ReportState.choices, default=ReportState.WAITING
    )
    version = models.PositiveSmallIntegerField(default=1)
    sent_on = models.DateField()
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="accepted", accepted_by__isnull=False, accepted_at__isnull=False)
                | ~Q(state="accepted") & Q(accepted_by=None, accepted_at=None),
                name="an_accepted_report_tells_by_whom",
            ),
        ]
        indexes = [
            models.Index(fields=["path", "-sent_on", "-id"], name="report_newest_on_path"),
            models.Index(
                fields=["sent_on"], condition=~Q(state="accepted"), name="report_unfinished"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sent_on}"

    def get_absolute_url(self) -> str:
        return reverse("pathways:report", args=[self.ref])

    @property
    def is_waiting(self) -> bool:
        return self.state == ReportState.WAITING

    @property
    def awaits_its_author(self) -> bool:
        """It can be sent again: it was asked back, and the path goes on."""
        return self.state == ReportState.ASKED_BACK and self.path.is_open

    @property
    def is_accepted(self) -> bool:
        return self.state == ReportState.ACCEPTED


class ReportTextQuerySet(models.QuerySet["ReportText"]):
    """Reports as they are read: a text with its header."""

    def newest(self) -> ReportTextQuerySet:
        return self.filter(version=F("report__version")).select_related(
            "report__author", "report__accepted_by", "report__path__client"
        )

    def of(self, client: Client) -> ReportTextQuerySet:
        """Over all of the person's paths."""
        return self.filter(report__path__client=client)

    def accepted(self) -> ReportTextQuerySet:
        return self.filter(report__state=ReportState.ACCEPTED)

    def written_by(self, author: Any) -> ReportTextQuerySet:
        return self.filter(report__author=author)

    def known_to(self, user: Any) -> ReportTextQuerySet:
        """With `relations`: by which of them the user reaches the client; strangers find nothing."""
        found = self.annotate(relations=relations_of(user, "report__path__client_id"))
        return found.exclude(relations=[])


class ReportText(VersionedText):
    """What the person said first; then what has changed, what worries, what is needed."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report = models.ForeignKey(SituationReport, models.PROTECT, related_name="texts")
    client_words = models.TextField(_("in the person's own words"), blank=True)
    changed = models.TextField(_("what has changed"), blank=True)
    worries = models.TextField(_("what worries"), blank=True)
    needed = models.TextField(_("what is needed"), blank=True)
    is_urgent = models.BooleanField(_("urgent"), default=False)

    objects = ReportTextQuerySet.as_manager()

    class Meta(VersionedText.Meta):
        ordering = ["report", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "version"], name="one_text_per_version_of_a_report"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}"


class ReportQuestion(models.Model):
    """What the own worker asked back of one version; with it the report went back to its author."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report = models.ForeignKey(SituationReport, models.PROTECT, related_name="questions")
    version = models.PositiveSmallIntegerField()
    text = models.TextField(_("question"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["report", "version"]
        constraints = [
            models.UniqueConstraint(fields=["report", "version"], name="a_version_is_asked_of_once")
        ]

    def __str__(self) -> str:
        return f"{self.version}"
