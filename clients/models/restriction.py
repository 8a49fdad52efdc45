"""Files that only named people may open: the person works for us, or is close to somebody who does (rule 5.6)."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from clients.models.client import Client
from clients.models.ended_by_two import EndedByTwo, EndedByTwoQuerySet, ended_by_two_people
from clients.models.exclusion import watched_q
from paku.kit.retention import Retention


class RestrictionQuerySet(EndedByTwoQuerySet):
    """By whom they may be seen."""

    def shown_to(self, user: Any) -> Self:
        return self.filter(watched_q(user))

    def with_people(self) -> Self:
        return self.select_related("client", "restricted_by", "removal_asked_by", "ended_by")

    def newest_of(self, client: Client) -> Any:
        """In force or lifted; None when the file has never been restricted."""
        return self.of(client).with_people().order_by("-pk").first()


class Restriction(EndedByTwo):
    """In force from the next request on. One person restricts, two lift it.

    `Client.is_restricted` and the admissions follow it in the database (migration 0013): the privacy officer, who may
    not change a client, confirms a lifting all the same.
    """

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: permits, consents and prohibitions 12 y",
        period="12 y",
        shred="delete",
        years=12,
        counted_from="event",
        event="restricted_at",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="restrictions")
    restricted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    restricted_at = models.DateTimeField(db_default=Now())

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        ordering = ["client", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client"], condition=Q(ended_at=None), name="restricted_once"
            ),
            ended_by_two_people("two_people_lift_a_restriction"),
        ]

    def __str__(self) -> str:
        return str(self.restricted_at)


class Admission(models.Model):
    """One of the named people who alone may open the file of a client whose file is restricted."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: permits, consents and prohibitions 12 y",
        period="12 y",
        shred="delete",
        years=12,
        counted_from="event",
        event="admitted_at",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="admissions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    admitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    admitted_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["client", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["client", "user"], name="admitted_once"),
        ]

    def __str__(self) -> str:
        return str(self.user_id)
