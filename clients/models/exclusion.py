"""Who may never open a file, whatever their role; and files that only named people may open (rule 5.1, rows 5–6)."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models.client import Client
from clients.models.relation import listed_q
from paku.access.roles import May
from paku.kit.retention import Retention


class ExclusionReason(models.TextChoices):
    """Said as shortly as the law needs: no story is written here."""

    SELF = "self", _("the client is the worker")
    RELATIVE = "relative", _("relative or same household")
    FORMER_PARTNER = "former_partner", _("former partner")
    ACQUAINTANCE = "acquaintance", _("neighbour or acquaintance")
    COLLEAGUE = "colleague", _("colleague of the client")
    CLIENTS_WISH = "clients_wish", _("the client's own wish")


class ExclusionQuerySet(models.QuerySet["Exclusion"]):
    """By client and state."""

    def in_force(self) -> ExclusionQuerySet:
        return self.filter(ended_at=None)

    def of(self, client: Client) -> ExclusionQuerySet:
        return self.filter(client=client)

    def still_to_tell(self) -> ExclusionQuerySet:
        """The own worker is still shut out, or a removal waits for its second person."""
        shut_own = Q(client__cares__ended_on=None, client__cares__own_worker=F("user"))
        return self.in_force().filter(shut_own | Q(removal_asked_by__isnull=False)).distinct()

    def shown_to(self, user: Any) -> ExclusionQuerySet:
        """Of clients whom the user may list; to the privacy officer all but of a file that is shut to them."""
        if not user.may(May.READ_TRAIL):
            return self.filter(listed_q(user, "client_id"))
        shut = Exclusion.objects.in_force().filter(client=OuterRef("client"), user=user)
        return self.filter(~Exists(shut))

    def with_people(self) -> ExclusionQuerySet:
        return self.select_related("client", "user", "added_by", "removal_asked_by")


class Exclusion(models.Model):
    """Beats every role and every emergency, from the next request on. One person adds it, two take it away."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: permits, consents and prohibitions 12 y",
        period="12 y",
        shred="delete",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="exclusions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=20, choices=ExclusionReason.choices)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(db_default=Now())
    removal_asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    removal_reason = models.CharField(_("why it is taken away"), max_length=300, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ExclusionQuerySet.as_manager()

    class Meta:
        ordering = ["client", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "user"], condition=Q(ended_at=None), name="excluded_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False)
                & Q(removal_asked_by__isnull=False)
                & ~Q(removal_asked_by=F("ended_by")),
                name="two_people_take_an_exclusion_away",
            ),
        ]
        indexes = [
            models.Index(
                fields=["user", "client"], condition=Q(ended_at=None), name="excluded_from"
            )
        ]

    def __str__(self) -> str:
        return self.get_reason_display()

    @property
    def is_asked_to_end(self) -> bool:
        """One person has asked for the removal; another is waited for."""
        return self.ended_at is None and self.removal_asked_by_id is not None


class Admission(models.Model):
    """One of the named people who alone may open the file of a client whose file is restricted."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: permits, consents and prohibitions 12 y",
        period="12 y",
        shred="delete",
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
