"""Asked of who leads the team: that somebody walks beside a person on certain days, or does so no more (row O19)."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from clients.models import CareRelationship, Client
from clients.models.assignment import Part
from clients.models.relation import followed_q
from pathways.models.leading import led_by
from pathways.models.retained import OF_THE_PATH


class NamingOutcome(models.TextChoices):
    """Empty while it waits."""

    AGREED = "agreed", _("agreed")
    DECLINED = "declined", _("not agreed")
    WITHDRAWN = "withdrawn", _("taken back")
    FELL = "fell", _("fell: it was done otherwise, or the care relationship ended")


class AskedNamingQuerySet(models.QuerySet["AskedNaming"]):
    """By state, and by whose they are to know of or to answer."""

    def waiting(self) -> AskedNamingQuerySet:
        return self.filter(outcome="")

    def known_to(self, user: Any) -> AskedNamingQuerySet:
        return self.filter(followed_q(user, "client_id"))

    def for_answer_by(self, user: Any) -> AskedNamingQuerySet:
        """In the teams that the user leads, asked by somebody else."""
        return (
            self.known_to(user).waiting().filter(care__team__in=led_by(user)).exclude(asked_by=user)
        )

    def asked_by(self, user: Any) -> AskedNamingQuerySet:
        return self.known_to(user).waiting().filter(asked_by=user)

    def with_people(self) -> AskedNamingQuerySet:
        return self.select_related("client", "care", "worker", "asked_by", "decided_by")


class AskedNaming(models.Model):
    """`ending` is the ref of the assignment that is to end; without one somebody is to be named for the days."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="asked_namings")
    care = models.ForeignKey(CareRelationship, models.PROTECT, related_name="asked_namings")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    part = models.CharField(_("part"), max_length=20, choices=Part.choices)
    since = models.DateField(_("first day"))
    until = models.DateField(_("last day"), null=True, blank=True)
    ending = models.UUIDField(null=True, blank=True, editable=False)
    why = models.CharField(_("why"), max_length=300)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    outcome = models.CharField(max_length=10, choices=NamingOutcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(_("in words"), max_length=300, blank=True)

    objects: ClassVar[Any] = AskedNamingQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["care", "worker"],
                condition=Q(outcome=""),
                name="one_naming_is_asked_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(worker=F("asked_by")) | Q(ending__isnull=False),
                name="nobody_asks_to_be_named",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=NamingOutcome.AGREED) | ~Q(decided_by=F("asked_by")),
                name="two_people_name_who_walks_beside",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by=None, decided_at=None)
                | ~Q(outcome="") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="an_answer_to_a_naming_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=NamingOutcome.DECLINED) | ~Q(answer=""),
                name="a_declined_naming_says_why",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="a_naming_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["client", "-asked_at"], name="asked_naming_by_client")]

    def __str__(self) -> str:
        return f"{self.part} {self.since}"

    @property
    def is_waiting(self) -> bool:
        return not self.outcome

    @property
    def ends(self) -> bool:
        """Whether it asks for an end, not for a beginning."""
        return self.ending is not None

    def may_decide(self, user: Any) -> bool:
        """Who leads the person's team, and never the one who asked."""
        return self.is_waiting and self.care.team_id in led_by(user) and user.pk != self.asked_by_id
