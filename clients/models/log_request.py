"""The client's request for the use and disclosure log of their own data (703/2023 11 §), answered by its clock."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from paku.kit.retention import Retention
from paku.printing.models import Paper

CLOCK = "log_request"  # how long, changed by the main user (paku.reminders.models.Clock)
MONTHS_TO_ANSWER = 2  # by law, should the clock have no row that day
MONTHS_OF_LOG = 24
SOON = 14  # days before its day


class LogRequestOutcome(models.TextChoices):
    ANSWERED = "answered", _("answered")
    REFUSED = "refused", _("refused")


class RefusalGround(models.TextChoices):
    """What the law knows as a ground for not giving the log, or a part of it."""

    HEALTH = "health", _("serious danger to the client's health or care")
    OTHERS = "others", _("danger to another person's rights")
    CRIME = "crime", _("preventing or solving a crime")
    SECURITY = "security", _("security of the state or of the public")
    OLDER = "older", _("only entries older than two years were asked for, without a special reason")
    NOT_ENTITLED = "not_entitled", _("the one who asks has no right to this log")


class LogRequestQuerySet(models.QuerySet["LogRequest"]):
    """Open ones by what is most urgent."""

    def of(self, client: Client) -> LogRequestQuerySet:
        return self.filter(client=client)

    def open(self) -> LogRequestQuerySet:
        return self.filter(outcome="")

    def decided(self) -> LogRequestQuerySet:
        return self.exclude(outcome="")

    def most_urgent_first(self) -> LogRequestQuerySet:
        return self.order_by("due_on", "pk")

    def with_people(self) -> LogRequestQuerySet:
        return self.select_related("client", "filed_by", "decided_by", "paper").defer("paper__pdf")


class LogRequest(models.Model):
    """Open until it has been answered (with a paper) or refused (in words). One at a time for a client."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: logs 12 y",
        period="12 y",
        shred="delete",
        years=12,
        counted_from="event",
        event="filed_at",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="log_requests")
    received_on = models.DateField()
    due_on = models.DateField()
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(db_default=Now())
    special_reason = models.CharField(_("why more than two years"), max_length=300, blank=True)
    outcome = models.CharField(max_length=10, choices=LogRequestOutcome.choices, blank=True)
    refusal = models.CharField(max_length=20, choices=RefusalGround.choices, blank=True)
    decision = models.CharField(_("decision in words"), max_length=2000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")

    objects: Any = LogRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(outcome=""), name="one_open_log_request_of_a_client"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("received_on")), name="a_log_request_is_due_later"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_at=None, decided_by=None)
                | (~Q(outcome="") & Q(decided_at__isnull=False) & Q(decided_by__isnull=False)),
                name="a_decided_log_request_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="refused") | (~Q(refusal="") & ~Q(decision="")),
                name="a_refused_log_request_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="answered") | Q(paper__isnull=False),
                name="an_answered_log_request_has_its_paper",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"], condition=Q(outcome=""), name="log_requests_open"
            ),
            models.Index(fields=["-decided_at", "-id"], name="log_requests_decided"),
        ]

    def __str__(self) -> str:
        return f"{self.received_on}"

    def days_left(self, today: date) -> int:
        """Until its day; less than nothing when it is past."""
        return (self.due_on - today).days

    def tone(self, today: date) -> str:
        left = self.days_left(today)
        return "bad" if left < 0 else "warn" if left <= SOON else "info"
