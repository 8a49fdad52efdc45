"""A file for the directory between its dry run and the second person's yes (row O46 of the matrix)."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from network.models.external_ref import Source
from paku.kit.retention import Retention

WAITS_FOR = timedelta(days=14)
REMEMBERED_FOR = timedelta(days=365)


class ImportOutcome(models.TextChoices):
    """Empty while it waits."""

    DONE = "done", _("brought in")
    WITHDRAWN = "withdrawn", _("put aside")


class DirectoryImportQuerySet(models.QuerySet["DirectoryImport"]):
    """The file itself only where it is asked for."""

    def in_lists(self) -> DirectoryImportQuerySet:
        return self.select_related("brought_by", "decided_by").defer("content")

    def waiting(self) -> DirectoryImportQuerySet:
        return self.filter(outcome="")

    def decided(self) -> DirectoryImportQuerySet:
        return self.exclude(outcome="").order_by("-decided_at", "-pk")

    def run_out(self, now: datetime) -> DirectoryImportQuerySet:
        """What nobody confirmed in two weeks, and what was decided on a year ago."""
        return self.filter(
            Q(outcome="", brought_at__lt=now - WAITS_FOR) | Q(decided_at__lt=now - REMEMBERED_FOR)
        )


class DirectoryImport(models.Model):
    """`content` is the file as it came, and goes with the decision; `counts` by what became of its rows."""

    retention = Retention(
        owner="network",
        ground="no client data",
        period="the file 14 d at most, what was done 1 y",
        shred="delete",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    source = models.CharField(max_length=5, choices=Source.choices)
    file_name = models.CharField(max_length=100)
    content = models.BinaryField(null=True)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    counts = models.JSONField(default=dict)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    brought_at = models.DateTimeField(db_default=Now())
    outcome = models.CharField(max_length=10, choices=ImportOutcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = DirectoryImportQuerySet.as_manager()

    class Meta:
        ordering = ["-brought_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome=ImportOutcome.DONE) | ~Q(decided_by=F("brought_by")),
                name="two_people_bring_a_file_in",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by=None, decided_at=None, content__isnull=False)
                | ~Q(outcome="")
                & Q(decided_by__isnull=False, decided_at__isnull=False, content=None),
                name="a_decision_on_a_file_is_whole",
            ),
            models.UniqueConstraint(
                fields=["sha256"], condition=Q(outcome=""), name="the_same_file_waits_once"
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def waits_until(self) -> datetime:
        return self.brought_at + WAITS_FOR
