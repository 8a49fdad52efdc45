"""What one person asks for and another gives: nobody does both, and nobody for themselves."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

GRANTED = Q(outcome="granted")


class Outcome(models.TextChoices):
    """Empty while it waits."""

    GRANTED = "granted", _("given")
    REFUSED = "refused", _("not given")
    WITHDRAWN = "withdrawn", _("taken back")


class TwoPeopleQuerySet(models.QuerySet[Any]):
    def waiting(self) -> TwoPeopleQuerySet:
        return self.filter(outcome="")

    def decided(self) -> TwoPeopleQuerySet:
        return self.exclude(outcome="").order_by("-decided_at", "-pk")

    def for_the_second_person(self, user: Any) -> TwoPeopleQuerySet:
        """What waits, but for what the user has asked for or is concerned in."""
        return self.waiting().exclude(asked_by=user).exclude(subject=user)


def rules(*, asking: str, giving: str, deciding: str) -> list[models.CheckConstraint]:
    """The rule in the database, which holds without us; each part under the name that the table gives it."""
    return [
        models.CheckConstraint(condition=~Q(asked_by=F("subject")), name=asking),
        models.CheckConstraint(
            condition=~GRANTED
            | Q(decided_by__isnull=False)
            & ~Q(decided_by=F("asked_by"))
            & ~Q(decided_by=F("subject")),
            name=giving,
        ),
        models.CheckConstraint(
            condition=Q(outcome="", decided_by=None, decided_at=None)
            | ~Q(outcome="") & Q(decided_by__isnull=False, decided_at__isnull=False),
            name=deciding,
        ),
    ]


class TwoPeople(models.Model):
    """`subject` is the account concerned."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
