"""A right that one person asks for somebody and another gives: nobody does both, and nobody for themselves."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from paku.access.models.membership import Membership
from paku.access.models.team import Team
from paku.access.models.two_people import TwoPeople, TwoPeopleQuerySet, rules
from paku.access.roles import Role, TaskClass
from paku.access.task_classes import FITTING
from paku.kit.dated import Dated
from paku.kit.retention import Retention

CLASS_FITS = reduce(
    or_, (Q(role=role, task_class__in=classes) for role, classes in FITTING.items())
)


class Kind(models.TextChoices):
    """What is asked for."""

    NEW = "new", _("new role")
    REPLACING = "replacing", _("instead of an earlier role")
    LONGER = "longer", _("longer than before")


class RoleRequestQuerySet(TwoPeopleQuerySet):
    def managed_by(self, user: Any) -> RoleRequestQuerySet:
        """Of the teams whose rights the user looks after."""
        teams = user.teams_managed
        return self if teams is None else self.filter(team__in=teams)

    def with_names(self) -> RoleRequestQuerySet:
        return self.select_related("subject", "team", "asked_by", "decided_by", "earlier")


class RoleRequest(TwoPeople, Dated):
    """The right that would be given, word for word; `earlier` is the one that it lengthens or replaces."""

    retention = Retention(
        owner="access", ground="703/2023 9 §", period="12 y as in the trail", shred="delete"
    )

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.NEW)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=Role.choices)
    task_class = models.CharField(max_length=30, choices=TaskClass.choices)
    earlier = models.ForeignKey(
        Membership, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[Any] = RoleRequestQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Dated.Meta):
        ordering = ["asked_at", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            *rules(
                asking="nobody_asks_for_a_right_for_themselves",
                giving="two_people_give_a_right_and_neither_to_themselves",
                deciding="a_decision_on_a_right_is_whole",
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
