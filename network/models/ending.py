"""A partner that ends: from which day it is no more, why, and what comes instead. What stands in old records stays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from paku.kit.today import Today

if TYPE_CHECKING:
    from network.models.organisation import Organisation
    from network.models.service import Service


class MayEnd(models.Model):
    """`ended_on` is the first day without it, and may be ahead. At most one comes instead: old names find new ones."""

    ended_on = models.DateField(_("no more from this day on"), null=True, blank=True)
    ended_why = models.CharField(_("why it ended"), max_length=200, blank=True)
    next_organisation: Any = models.ForeignKey(
        "network.Organisation", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("the organisation that comes instead"),
    )  # fmt: skip
    next_service: Any = models.ForeignKey(
        "network.Service", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("the service that comes instead"),
    )  # fmt: skip

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_why="", next_organisation=None, next_service=None)
                | Q(ended_on__isnull=False, next_organisation=None)
                | Q(ended_on__isnull=False, next_service=None),
                name="%(class)s_ends_on_a_day",
            )
        ]

    @property
    def instead(self) -> Organisation | Service | None:
        found: Organisation | Service | None = self.next_service or self.next_organisation
        return found

    def has_ended(self, today: date) -> bool:
        return self.ended_on is not None and self.ended_on <= today


def still_there(prefix: str = "") -> Q:
    """Of rows that `prefix` leads to: those that have not ended by today."""
    return Q(**{f"{prefix}ended_on": None}) | Q(**{f"{prefix}ended_on__gt": Today()})
