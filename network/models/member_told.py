"""What was known of a member from a day on: the history of roles, tasks and of who may see that they are there."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.models.member import Member, Visibility
from paku.kit.retention import Retention


class MemberToldQuerySet(models.QuerySet["MemberTold"]):
    """Versions, the oldest first."""

    def of(self, client: Client) -> MemberToldQuerySet:
        return self.filter(client=client)

    def in_order(self) -> MemberToldQuerySet:
        return self.order_by("at", "pk")


class MemberTold(models.Model):
    """One version; never changed. The newest says the same as the member's own row."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, models.PROTECT, related_name="told")
    on = models.DateField(_("from the day"))
    role = models.CharField(_("role"), max_length=120)
    tasks = models.CharField(_("tasks"), max_length=300, blank=True)
    visibility = models.CharField(
        _("who may see that they are there"), max_length=10, choices=Visibility.choices
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(db_default=Now())

    objects: ClassVar[Any] = MemberToldQuerySet.as_manager()

    class Meta:
        ordering = ["client", "at", "pk"]
        indexes = [models.Index(fields=["client", "at"], name="member_told_by_client")]

    def __str__(self) -> str:
        return f"{self.on} {self.role}"
