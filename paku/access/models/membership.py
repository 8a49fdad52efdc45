"""Who belongs to which team, in which role and for which days: the register of rights (703/2023 9 §)."""

from datetime import date

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models

from paku.access.models.team import Team
from paku.access.rights import ROLES
from paku.access.roles import May, Role, TaskClass
from paku.kit.dated import Dated
from paku.kit.retention import Retention


class Membership(Dated):
    """Dated; a student's always has an end. One person may have several."""

    retention = Retention(
        owner="access", ground="703/2023 9 §", period="12 y as in the trail", shred="delete"
    )

    today: date  # where the rights of a request were read
    ref = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=Role.choices)
    task_class = models.CharField(max_length=30, choices=TaskClass.choices)

    class Meta(Dated.Meta):
        ordering = ["user", "since", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(role=Role.STUDENT) | models.Q(until__isnull=False),
                name="a_student_has_an_end_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.team}"

    @property
    def rights(self) -> frozenset[May]:
        """What this membership's role may do."""
        return ROLES[self.role]
