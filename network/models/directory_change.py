"""A change to who a partner is or how they are reached: one asks, another looks and agrees (row O46 of the matrix)."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from network.models.contact_person import ContactPerson
from network.models.organisation import Organisation
from network.models.service import Service
from paku.kit.dates import HELSINKI
from paku.kit.retention import Forgotten, Retention

TOLD_AGAIN_AFTER = timedelta(days=14)


class Target(models.TextChoices):
    """What is changed, or comes in as new."""

    ORGANISATION = "organisation", _("organisation")
    SERVICE = "service", _("service")
    CONTACT_PERSON = "contact_person", _("contact person")


class ChangeOutcome(models.TextChoices):
    """Empty while it waits."""

    AGREED = "agreed", _("agreed")
    DECLINED = "declined", _("sent back")
    WITHDRAWN = "withdrawn", _("taken back")


class DirectoryChangeQuerySet(models.QuerySet["DirectoryChange"]):
    def waiting(self) -> DirectoryChangeQuerySet:
        return self.filter(outcome="")

    def asked_before(self, moment: datetime) -> DirectoryChangeQuerySet:
        return self.filter(asked_at__lt=moment)

    def with_all(self) -> DirectoryChangeQuerySet:
        return self.select_related(
            "asked_by", "decided_by", "organisation", "service", "contact_person"
        )


class DirectoryChange(models.Model):
    """`told` by field as the form gave it, `before` what stood there then; of a new row nothing stood. `organisation`
    of a service or a contact person is theirs."""

    retention = Retention(
        owner="network", ground="no client data", period="2 y from the decision", shred="delete",
        forgotten=Forgotten("decided_at", years=2),
    )  # fmt: skip

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    target = models.CharField(max_length=20, choices=Target.choices)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="+"
    )
    service = models.ForeignKey(Service, models.CASCADE, null=True, blank=True, related_name="+")
    contact_person = models.ForeignKey(
        ContactPerson, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    before = models.JSONField(default=dict)
    told = models.JSONField(default=dict)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    outcome = models.CharField(max_length=10, choices=ChangeOutcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("why not"), max_length=300, blank=True)

    objects: ClassVar[Any] = DirectoryChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome=ChangeOutcome.AGREED) | ~Q(decided_by=F("asked_by")),
                name="two_people_change_a_partner",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by=None, decided_at=None)
                | ~Q(outcome="") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="a_decision_on_a_partner_is_whole",
            ),
            models.UniqueConstraint(
                fields=["target", "organisation", "service", "contact_person"],
                condition=Q(outcome="") & ~Q(before={}),
                nulls_distinct=False,
                name="one_change_of_a_partner_waits",
            ),
        ]

    def __str__(self) -> str:
        """Of an ending only the ending is told."""
        return str(self.told.get("name") or self.before.get("name", ""))

    @property
    def is_ending(self) -> bool:
        return bool(self.told.get("ended_on"))

    @property
    def is_reopening(self) -> bool:
        return "ended_on" in self.told and not self.told["ended_on"]

    def days_waited(self, today: date) -> int:
        return (today - self.asked_at.astimezone(HELSINKI).date()).days
