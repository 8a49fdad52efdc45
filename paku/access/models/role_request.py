"""A right that one person asks for somebody and another gives: nobody does both, and nobody for themselves."""

from __future__ import annotations

import uuid
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from paku.access.models.membership import Membership
from paku.access.models.team import Team
from paku.access.roles import Role, TaskClass
from paku.access.task_classes import FITTING
from paku.kit.dated import Dated, DatedQuerySet
from paku.kit.retention import Retention

GRANTED = Q(outcome="granted")
CLASS_FITS = reduce(
    or_, (Q(role=role, task_class__in=classes) for role, classes in FITTING.items())
)


class Kind(models.TextChoices):
    """What is asked for."""

    NEW = "new", _("new role")
    REPLACING = "replacing", _("instead of an earlier role")
    LONGER = "longer", _("longer than before")


class Outcome(models.TextChoices):
    """Empty while it waits."""

    GRANTED = "granted", _("given")
    REFUSED = "refused", _("not given")
    WITHDRAWN = "withdrawn", _("taken back")


class RoleRequestQuerySet(DatedQuerySet):
    def waiting(self) -> RoleRequestQuerySet:
        return self.filter(outcome="")

    def decided(self) -> RoleRequestQuerySet:
        return self.exclude(outcome="").order_by("-decided_at", "-pk")

    def managed_by(self, user: Any) -> RoleRequestQuerySet:
        """Of the teams whose rights the user looks after."""
        teams = user.teams_managed
        return self if teams is None else self.filter(team__in=teams)

    def with_names(self) -> RoleRequestQuerySet:
        return self.select_related("subject", "team", "asked_by", "decided_by", "earlier")


class RoleRequest(Dated):
    """The right that would be given, word for word; `earlier` is the one that it lengthens or replaces."""

    retention = Retention(
        owner="access", ground="703/2023 9 §", period="12 y as in the trail", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.NEW)
    subject = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=Role.choices)
    task_class = models.CharField(max_length=30, choices=TaskClass.choices)
    earlier = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = RoleRequestQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["asked_at", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(asked_by=F("subject")), name="nobody_asks_for_a_right_for_themselves"
            ),
            models.CheckConstraint(
                condition=~GRANTED
                | Q(decided_by__isnull=False)
                & ~Q(decided_by=F("asked_by"))
                & ~Q(decided_by=F("subject")),
                name="two_people_give_a_right_and_neither_to_themselves",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", decided_by=None, decided_at=None)
                | ~Q(outcome="") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="a_decision_on_a_right_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.STUDENT) | Q(until__isnull=False),
                name="a_students_right_is_asked_for_with_an_end",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.LONGER) | CLASS_FITS, name="the_task_class_fits_the_role"
            ),
            models.UniqueConstraint(
                fields=["subject", "team", "role"],
                condition=Q(outcome=""),
                name="a_right_is_asked_for_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} · {self.get_role_display()} · {self.team}"
