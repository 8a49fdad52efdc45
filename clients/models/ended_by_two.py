"""What one person puts in force at once and two take away: one asks and says why, another confirms."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client


class EndedByTwoQuerySet(models.QuerySet[Any]):
    """By client and state."""

    def in_force(self) -> Self:
        return self.filter(ended_at=None)

    def of(self, client: Client) -> Self:
        return self.filter(client=client)

    def asked_to_end(self) -> Self:
        return self.in_force().filter(removal_asked_by__isnull=False)


class EndedByTwo(models.Model):
    """A subclass adds the constraint of `ended_by_two_people` under a name of its own."""

    removal_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    removal_reason = models.CharField(_("why it is taken away"), max_length=300, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_asked_to_end(self) -> bool:
        """One person has asked for the removal; another is waited for."""
        return self.ended_at is None and self.removal_asked_by_id is not None


def ended_by_two_people(name: str) -> models.CheckConstraint:
    """In force, or ended by another person than the one who asked for it."""
    return models.CheckConstraint(
        condition=Q(ended_at=None, ended_by=None)
        | Q(ended_at__isnull=False, ended_by__isnull=False)
        & Q(removal_asked_by__isnull=False)
        & ~Q(removal_asked_by=F("ended_by")),
        name=name,
    )
