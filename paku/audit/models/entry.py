"""One line of the trail (703/2023 10 §): use log and disclosure log in one append-only table."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Cast, Now
from django.utils.translation import gettext_lazy as _

from paku.audit.deeds import sentence
from paku.audit.words import word
from paku.kit.dates import HELSINKI
from paku.kit.retention import Retention


class Outcome(models.TextChoices):
    """How it ended; refusals are on the trail too."""

    OK = "ok", _("done")
    DENIED = "denied", _("refused")
    ERROR = "error", _("failed")


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=HELSINKI)


def _instants(since: date | None, until: date | None) -> tuple[datetime | None, datetime | None]:
    end = _midnight(until + timedelta(days=1)) if until else None
    return _midnight(since) if since else None, end


class _AboutClient(models.Func):
    """The ids come from a function of the database (migration 0003): the second fence keeps array operators off the
    index, for they are not leakproof; ids are, and are then read one by one through the fence. A person whose files
    were merged stands on the trail under several refs (`paku_same_refs`, which a room has redefined)."""

    template = (
        '"audit_entry"."id" = ANY (ARRAY(SELECT paku_entries_about(one.ref, one.first, one.beyond)'
        " FROM paku_same_refs(%(expressions)s) one))"
    )
    output_field = models.BooleanField()

    def __init__(self, client: object, since: datetime | None, until: datetime | None) -> None:
        instants = (
            Cast(models.Value(instant), models.DateTimeField()) for instant in (since, until)
        )
        super().__init__(Cast(models.Value(str(client)), models.UUIDField()), *instants)


class EntryQuerySet(models.QuerySet["Entry"]):
    """The trail, newest first."""

    def about(
        self, client_ref: object, since: date | None = None, until: date | None = None
    ) -> EntryQuerySet:
        """What showed or touched the person, and what was refused at the address of their file.

        By days of Finnish time, as in `between`; they keep the months that are not asked for out of the search.
        """
        return self.filter(_AboutClient(client_ref, *_instants(since, until)))

    def by(self, actor_ref: object) -> EntryQuerySet:
        return self.filter(actor_ref=actor_ref)

    def disclosures(self) -> EntryQuerySet:
        return self.exclude(ground="")

    def between(self, since: date | None, until: date | None) -> EntryQuerySet:
        """Days by Finnish time, both included; None is open."""
        first, end = _instants(since, until)
        found = self.filter(at__gte=first) if first else self
        return found.filter(at__lt=end) if end else found

    def refusals(self) -> EntryQuerySet:
        return self.exclude(outcome=Outcome.OK)


class Entry(models.Model):
    """Append-only, without foreign keys: names and roles stand as they then were.

    `client_refs` holds every person the event showed (a list of 25 rows has 25 of them). `details` holds
    codes, serials and counts, never note text, identity codes, addresses or search words. `permission` is the right
    that the page asked for, `version` that of the object, `approver_…` the second person where two are needed,
    `on_behalf` the job that worked when nobody did. `claimed_at` is what the sender's device said that the time was:
    a claim, not known to be true, and only of what was posted; `at` is the database's.
    The table is partitioned by month; the application's role may only insert and read.
    """

    retention = Retention(
        owner="audit",
        ground="703/2023 annex: logs 12 years from the event",
        period="12 y",
        shred="drop partition",
    )

    id = models.UUIDField(
        primary_key=True, db_default=models.Func(function="uuidv7"), editable=False
    )
    at = models.DateTimeField(db_default=Now())
    deed = models.CharField(max_length=60)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.OK)
    actor_ref = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=120, blank=True)
    actor_role = models.CharField(max_length=60, blank=True)
    actor_unit = models.CharField(max_length=120, blank=True)
    provider = models.CharField(max_length=120, blank=True)
    relation = models.CharField(max_length=30, blank=True)
    purpose = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    client_refs = ArrayField(models.UUIDField(), default=list)
    object_type = models.CharField(max_length=60, blank=True)
    object_ref = models.CharField(max_length=60, blank=True)
    sections = ArrayField(models.CharField(max_length=60), default=list)
    recipient = models.CharField(max_length=200, blank=True)
    ground = models.CharField(max_length=200, blank=True)
    details = models.JSONField(default=dict)
    address = models.GenericIPAddressField(null=True)
    session = models.CharField(max_length=16, blank=True)
    request = models.UUIDField(null=True)
    version = models.PositiveIntegerField(null=True)
    permission = models.CharField(max_length=40, blank=True, default="", db_default="")
    on_behalf = models.CharField(max_length=60, blank=True, default="", db_default="")
    approver_ref = models.UUIDField(null=True)
    approver_name = models.CharField(max_length=120, blank=True, default="", db_default="")
    approver_role = models.CharField(max_length=60, blank=True, default="", db_default="")
    claimed_at = models.DateTimeField(null=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="entry_newest_first"),
            models.Index(fields=["actor_ref", "-at"], name="entry_by_worker"),
            models.Index(fields=["deed", "-at"], name="entry_by_deed"),
            GinIndex("client_refs", name="entry_about_client"),
            models.Index(
                fields=["-at", "-id"], condition=~models.Q(ground=""), name="entry_disclosures"
            ),
            models.Index(
                fields=["-at", "-id"], condition=~models.Q(outcome="ok"), name="entry_refusals"
            ),
            models.Index(
                fields=["object_ref", "-at"],
                condition=models.Q(outcome="denied"),
                name="entry_denied_about",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.deed}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only the first save exists; the database refuses the rest as well."""
        if not self._state.adding:
            raise TypeError("An entry of the trail is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("An entry of the trail is never removed")

    @property
    def sentence(self) -> str:
        """What was done, in the reader's language."""
        return sentence(self.deed)

    @property
    def page(self) -> str:
        """What the refused page is called, in the reader's language; `details` holds the name of its address."""
        return word("page", str(self.details.get("page", "")))
