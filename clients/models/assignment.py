"""Who else works with the person for certain days: pair, near-worker, student; and who stands in for the own worker."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models.care import CareRelationship
from clients.models.client import Client
from paku.kit.dated import Dated
from paku.kit.retention import Retention


class Part(models.TextChoices):
    """In what part the worker walks beside (rows S11, S17)."""

    PAIR = "pair", _("pair")
    NEAR_WORKER = "near_worker", _("near-worker")
    STUDENT = "student", _("student")


class Assignment(Dated):
    """A dated, named relation: the ground on which the file opens to somebody besides the own worker."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    care = models.ForeignKey(CareRelationship, models.PROTECT, related_name="assignments")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments")
    part = models.CharField(max_length=20, choices=Part.choices)

    class Meta(Dated.Meta):
        ordering = ["care", "since", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(part=Part.STUDENT) | Q(until__isnull=False),
                name="a_student_is_assigned_until_a_date",
            ),
        ]
        indexes = [models.Index(fields=["worker", "care"], name="assignment_by_worker")]

    def __str__(self) -> str:
        return f"{self.get_part_display()} {self.since}–{self.until or ''}"

    @property
    def client(self) -> Client:
        return self.care.client


class Substitute(Dated):
    """Who answers for the own worker in between, always with both dates."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    care = models.ForeignKey(CareRelationship, models.PROTECT, related_name="substitutes")
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="substitutions"
    )

    class Meta(Dated.Meta):
        ordering = ["care", "since", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until__isnull=False), name="a_substitute_has_an_end_date"
            ),
        ]
        indexes = [models.Index(fields=["worker", "care"], name="substitute_by_worker")]

    def __str__(self) -> str:
        return f"{self.worker} {self.since}–{self.until}"

    @property
    def client(self) -> Client:
        return self.care.client
