"""Two files of one person made one, and the way back for thirty days.

The rows move in the database (migration 0061), which also writes what each of them held before: nobody can move a row
without its line here, and a file can be put together again only by these lines.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from clients.models.relation import followed_q
from paku.kit.retention import Retention

UNDO_LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class WasCalled:
    """A file that is no more."""

    ref: uuid.UUID
    name: str


class MergeQuerySet(models.QuerySet["Merge"]):
    """Merges of one person's files, the newest first."""

    def into(self, client: Client) -> MergeQuerySet:
        return self.filter(survivor=client)

    def told_to(self, user: Any) -> MergeQuerySet:
        """Also to the own worker whose care relationship ended, to whom the file may be closed now: so nothing of it
        is fetched along."""
        return self.filter(followed_q(user, "survivor_id") | Q(ended_worker=user)).select_related(
            "by", "undone_by"
        )

    def with_people(self) -> MergeQuerySet:
        return self.select_related("by", "undone_by")

    def marked_undoable(self) -> MergeQuerySet:
        """`is_in_time`: by the database's clock."""
        in_time = Q(undone_at=None, at__gt=Now() - UNDO_LASTS)
        return self.annotate(is_in_time=models.ExpressionWrapper(in_time, models.BooleanField()))


class Merge(models.Model):
    """`absorbed` stays as an empty file, so that its address and its lines on the trail lead on. `name` is what it
    was called; `ended_worker` the own worker whose care relationship ended, who is told."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    survivor = models.ForeignKey(Client, models.PROTECT, related_name="merges")
    absorbed = models.ForeignKey(Client, models.PROTECT, related_name="+")
    absorbed_ref = models.UUIDField()
    name = models.CharField(max_length=210)
    why = models.CharField(_("how do you know?"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())
    ended_worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(survivor=F("absorbed")), name="a_file_is_merged_with_another"
            ),
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at=None), name="a_file_is_merged_once"
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="an_undone_merge_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at}"

    @property
    def client(self) -> WasCalled:
        """Whom a notice names; the row itself may be closed to its reader."""
        return WasCalled(self.absorbed_ref, self.name)


class MergedRow(models.Model):
    """One row that a merge touched: which, and what its columns held before and after.

    `old` empty: the merge made the row. `new` empty: it stayed with the absorbed file, for its like was in the other.
    """

    retention = Retention(
        owner="clients",
        ground="way back of a merge",
        period="30 d",
        shred="delete",
        with_owner="clients.Merge",
    )

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="rows")
    table = models.CharField(max_length=63)
    key = models.CharField(max_length=40)
    old: Any = models.JSONField(null=True)
    new: Any = models.JSONField(null=True)

    class Meta:
        ordering = ["merge", "pk"]

    def __str__(self) -> str:
        return f"{self.table}/{self.key}"
