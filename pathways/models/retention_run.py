"""The monthly list of a team's files of which something is due to be destroyed, and afterwards the record of it."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.models import Team
from paku.kit.retention import Retention


class RunState(models.TextChoices):
    """How far a list is."""

    WAITS = "waits", _("waits for two approvers")
    SECOND = "second", _("waits for a second approver")
    APPROVED = "approved", _("approved; is being carried out")
    DONE = "done", _("carried out")


class RetentionRunQuerySet(models.QuerySet["RetentionRun"]):
    """Whose they are to see is the database's to say (`paku_retained_runs`)."""

    def with_people(self) -> RetentionRunQuerySet:
        return self.select_related("team", "first_by", "second_by")

    def with_size(self) -> RetentionRunQuerySet:
        return self.annotate(waiting=Count("items", distinct=True))

    def unapproved(self) -> RetentionRunQuerySet:
        return self.filter(second_by=None, done_at=None)

    def to_carry_out(self) -> RetentionRunQuerySet:
        return self.filter(second_by__isnull=False, done_at=None)


class RetentionRun(models.Model):
    """A list until two have approved it; then the record of a destruction, in which nobody is named but the approvers.

    `counts` are rows by table; `files` how many persons' files they were of, `kept` how many files stayed although they
    had been on the list (a hold, a path opened anew).
    """

    retention = Retention(
        owner="pathways",
        ground="906/2019 21 §; destruction is shown by its record, which holds no personal data of clients",
        period="12 y as in the trail",
        shred="delete",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # none: of files that no team has any more, what was left when the rest had gone
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    month = models.DateField()  # its first day
    made_on = models.DateField()
    first_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    first_at = models.DateTimeField(null=True, blank=True)
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    second_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    counts: Any = models.JSONField(default=dict, db_default={})
    files = models.PositiveIntegerField(default=0, db_default=0)
    kept = models.PositiveIntegerField(default=0, db_default=0)

    objects: ClassVar[Any] = RetentionRunQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "month"],
                name="a_team_has_one_list_in_a_month",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(second_by=None)
                | Q(first_by__isnull=False) & ~Q(first_by=F("second_by")),
                name="two_people_approve_a_destruction",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(second_by__isnull=False),
                name="nothing_is_destroyed_without_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"

    @property
    def state(self) -> RunState:
        if self.done_at:
            return RunState.DONE
        if self.second_by_id:
            return RunState.APPROVED
        return RunState.SECOND if self.first_by_id else RunState.WAITS


class RetentionItem(models.Model):
    """One file on a list: by its ref, with no name and no word. It goes when the file's rows have gone."""

    retention = Retention(
        owner="pathways",
        ground="703/2023 annex: what is due is destroyed at once",
        period="until its list has been carried out",
        shred="delete",
    )

    run = models.ForeignKey(RetentionRun, models.CASCADE, related_name="items")
    client_ref = models.UUIDField()
    ended_on = models.DateField(null=True)
    died_on = models.DateField(null=True)
    counts: Any = models.JSONField(default=dict)
    made_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["run", F("ended_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "client_ref"], name="a_file_is_on_a_list_once")
        ]

    def __str__(self) -> str:
        return self.short_number

    @property
    def short_number(self) -> str:
        """By which two people speak of a file without naming anybody."""
        return str(self.client_ref)[:8].upper()
