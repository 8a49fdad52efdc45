"""A paper that needs two people: one asks, another looks at the very same sheet and agrees or declines."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from clients.models.relation import followed_q
from network.models.disclosure import Disclosure
from network.models.grounds import Ground, Telling, kept_tellings
from network.models.member import Member
from paku.kit.retention import Retention

WAITS_FOR = timedelta(days=7)


class PaperOutcome(models.TextChoices):
    """Empty while it waits."""

    GIVEN = "given", _("agreed and given")
    DECLINED = "declined", _("sent back")
    WITHDRAWN = "withdrawn", _("taken back")
    CHANGED = "changed", _("fell, because the file had changed")


class PaperRequestQuerySet(models.QuerySet["PaperRequest"]):
    """By client and state. A paper for somebody whom the client does not let the reader see is not there for them: they
    can be no second person of it either (decision 0049)."""

    def of(self, client: Client) -> PaperRequestQuerySet:
        return self._told().filter(client=client)

    def waiting(self, today: date) -> PaperRequestQuerySet:
        return self.filter(outcome="", until__gte=today)

    def shown_to(self, user: Any) -> PaperRequestQuerySet:
        return self._told().filter(followed_q(user, "client_id"))

    def _told(self) -> PaperRequestQuerySet:
        seen = models.Exists(Member.objects.filter(pk=models.OuterRef("member_id")))
        return self.filter(models.Q(member=None) | seen)

    def with_people(self) -> PaperRequestQuerySet:
        return self.select_related(
            "client", "asked_by", "decided_by", "member__organisation", "disclosure__paper"
        ).defer("disclosure__paper__pdf")


class PaperRequest(models.Model):
    """The wishes for the sheet and the fingerprint of it, dated the day it was asked for.

    No copy of the sheet is kept: it is put together again for the second person, as of its own day, and when it is
    no longer the same, nothing is given.
    """

    retention = Retention(
        owner="network",
        ground="703/2023 annex: disclosure notices 12 y",
        period="12 y",
        shred="delete",
        years=12,
        counted_from="event",
        event="asked_at",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="paper_requests")
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="+")
    recipient = models.CharField(max_length=200)
    # a letter's own kind and words (`network.papers.letters`), and the referral that it asks about
    kind = models.CharField(max_length=20, default="summary")
    words = models.JSONField(default=dict, blank=True)
    referral = models.ForeignKey(
        "network.Referral", models.PROTECT, null=True, blank=True, related_name="+"
    )
    purpose = models.CharField(max_length=200)
    ground = models.CharField(max_length=20, choices=Ground.choices)
    consent_given_on = models.DateField(null=True, blank=True)
    language = models.CharField(max_length=10)
    sections = models.JSONField(default=list)
    grounds = models.JSONField(default=list, db_default=[], blank=True)
    fingerprint = models.CharField(max_length=64)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    on = models.DateField()
    until = models.DateField()
    outcome = models.CharField(max_length=10, choices=PaperOutcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("why not"), max_length=300, blank=True)
    disclosure = models.OneToOneField(
        Disclosure, models.PROTECT, null=True, blank=True, related_name="asked"
    )

    objects: ClassVar[Any] = PaperRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome=PaperOutcome.GIVEN)
                | Q(disclosure__isnull=False) & ~Q(decided_by=F("asked_by")),
                name="two_people_give_a_guarded_paper",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by=None, decided_at=None)
                | ~Q(outcome="") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="a_decision_on_a_paper_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=PaperOutcome.DECLINED) | ~Q(reason=""),
                name="a_declined_paper_says_why",
            ),
            models.CheckConstraint(
                condition=Q(until__gte=F("on")), name="a_paper_waits_from_its_day_on"
            ),
            models.UniqueConstraint(
                fields=["client", "fingerprint"],
                condition=Q(outcome=""),
                name="the_same_paper_is_asked_for_once",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-asked_at"], name="paper_request_by_client"),
        ]

    def __str__(self) -> str:
        return self.recipient

    @property
    def by_topic(self) -> tuple[Telling, ...]:
        """Each topic and by what right it is to be told."""
        return kept_tellings(self)

    def is_waiting(self, today: date) -> bool:
        return not self.outcome and self.until >= today

    def has_expired(self, today: date) -> bool:
        return not self.outcome and self.until < today
