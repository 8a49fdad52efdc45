"""The person's request for a copy of their whole file (GDPR art. 15): answered within a month (art. 12(3))."""

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
from clients.models.relation import followed_q
from paku.kit.dates import months_after
from paku.kit.retention import Retention

MONTHS_TO_ANSWER = 1
MONTHS_MORE = 2  # when there is much, and the person has been told why within the first month
SOON = 7  # days before the end

RETENTION = Retention(
    owner="clients",
    ground="703/2023 annex: disclosure notices 12 y",
    period="12 y",
    shred="delete",
    years=12,
    counted_from="event",
    event="filed_at",
)


class AskedHow(models.TextChoices):
    IN_PERSON = "in_person", _("face to face")
    PHONE = "phone", _("on the phone")
    LETTER = "letter", _("by letter")
    ELECTRONIC = "electronic", _("electronically")


class IdentityChecked(models.TextChoices):
    """Art. 12(6): who asks is known before anything is given."""

    KNOWN = "known", _("the worker knows the person")
    DOCUMENT = "document", _("from an identity document")
    STRONG = "strong", _("by strong identification on the net")
    AUTHORISED = "authorised", _("a lawful representative, with a document of it")


class SubjectOutcome(models.TextChoices):
    """Empty while it waits; being made from the agreement on until the copy is whole."""

    MAKING = "making", _("being made")
    GIVEN = "given", _("given to the person")
    REFUSED = "refused", _("refused")


class SubjectRefusal(models.TextChoices):
    """What the law knows as a ground for refusing all of it."""

    UNFOUNDED = (
        "unfounded",
        _("clearly without a ground, or asked again and again (GDPR art. 12(5))"),
    )
    NOT_KNOWN = "not_known", _("who asks has not been identified (GDPR art. 12(6))")
    SECURITY = "security", _("security, public order or solving a crime (Act 1050/2018 34 §)")
    DANGER = "danger", _("serious danger to health, care or another's rights (Act 1050/2018 34 §)")


class SubjectRequestQuerySet(models.QuerySet["SubjectRequest"]):
    """Open ones by what is most urgent."""

    def of(self, client: Client) -> SubjectRequestQuerySet:
        return self.filter(client=client)

    def followed_by(self, user: Any) -> SubjectRequestQuerySet:
        """Of those whom the user works with or leads."""
        return self.filter(followed_q(user, "client_id"))

    def watched_by(self, user: Any) -> SubjectRequestQuerySet:
        """Of all but those from whom the user is shut out."""
        return self.filter(client__in=Client.objects.watched_by(user).values("pk"))

    def open(self) -> SubjectRequestQuerySet:
        return self.filter(outcome="")

    def under_way(self) -> SubjectRequestQuerySet:
        return self.filter(outcome__in=("", SubjectOutcome.MAKING))

    def being_made(self) -> SubjectRequestQuerySet:
        return self.filter(outcome=SubjectOutcome.MAKING)

    def decided(self) -> SubjectRequestQuerySet:
        return self.filter(outcome__in=(SubjectOutcome.GIVEN, SubjectOutcome.REFUSED))

    def most_urgent_first(self) -> SubjectRequestQuerySet:
        return self.order_by("due_on", "pk")

    def with_people(self) -> SubjectRequestQuerySet:
        return self.select_related("client", "filed_by", "asked_by", "agreed_by", "decided_by")


class SubjectRequest(models.Model):
    """One at a time for a client. `asked_by` proposes giving, `agreed_by` is the second of the two."""

    retention = RETENTION

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="subject_requests")
    received_on = models.DateField()
    due_on = models.DateField()
    asked_how = models.CharField(_("how it was asked"), max_length=12, choices=AskedHow.choices)
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(db_default=Now())
    extended_on = models.DateField(null=True, blank=True)
    extension_reason = models.CharField(_("why more time"), max_length=300, blank=True)
    language = models.CharField(max_length=10, blank=True)
    identity_checked = models.CharField(max_length=12, choices=IdentityChecked.choices, blank=True)
    left_out = models.JSONField(default=list)
    why_left_out = models.CharField(_("why something is left out"), max_length=300, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    is_by_officer = models.BooleanField(default=False, db_default=False)
    outcome = models.CharField(max_length=10, choices=SubjectOutcome.choices, blank=True)
    refusal = models.CharField(max_length=12, choices=SubjectRefusal.choices, blank=True)
    decision = models.CharField(_("decision in words"), max_length=2000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    serial = models.CharField(max_length=20, blank=True)
    parts = models.PositiveSmallIntegerField(null=True, blank=True)
    trouble = models.CharField(max_length=40, blank=True)

    objects: Any = SubjectRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(outcome__in=("", "making")),
                name="one_open_subject_request_of_a_client",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("received_on")), name="a_subject_request_is_due_later"
            ),
            models.CheckConstraint(
                condition=Q(extended_on=None, extension_reason="")
                | Q(extended_on__isnull=False) & ~Q(extension_reason=""),
                name="an_extended_subject_request_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=("making", "given"))
                | Q(agreed_by__isnull=False, agreed_at__isnull=False, asked_by__isnull=False)
                & ~Q(identity_checked="")
                & (~Q(agreed_by=F("asked_by")) | Q(is_by_officer=True)),
                name="two_people_or_the_officer_give_a_whole_file",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="refused") | ~Q(refusal="") & ~Q(decision=""),
                name="a_refused_subject_request_says_why",
            ),
            models.CheckConstraint(
                condition=Q(left_out=[]) | ~Q(why_left_out=""),
                name="what_is_left_out_of_a_whole_file_has_a_reason",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["due_on", "id"], condition=Q(outcome__in=("", "making")),
                name="subject_requests_open",
            ),
            models.Index(fields=["-decided_at", "-id"], name="subject_requests_decided"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.received_on}"

    @property
    def waits_for_second(self) -> bool:
        return not self.outcome and self.asked_by_id is not None

    @property
    def latest_due_on(self) -> date:
        """As far as the law lets the time be made longer."""
        return months_after(self.received_on, MONTHS_TO_ANSWER + MONTHS_MORE)

    def days_left(self, today: date) -> int:
        return (self.due_on - today).days

    def tone(self, today: date) -> str:
        left = self.days_left(today)
        return "bad" if left < 0 else "warn" if left <= SOON else "info"
