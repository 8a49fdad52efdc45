"""Opening a colleague's client's file for a day, by a stated reason."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Exists, F, Func, JSONField, OuterRef, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject, Now
from django.utils.translation import gettext_lazy as _

from clients.models.care import CareRelationship
from clients.models.client import Client
from clients.models.relation import listed_q, relations_of
from paku.kit.retention import Retention

STAND_IN_LASTS = timedelta(hours=24)
WEEK = timedelta(days=7)
OFTEN = 3  # more than this in a week stands on the supervisor's list (rule 5.2)


class StandInReason(models.TextChoices):
    """Why a colleague's client's file is needed (rule 5.2); a text is always asked for besides."""

    ABSENCE = "absence", _("the own worker is away")
    CALL = "call", _("the client or the network got in touch")
    VISIT = "visit", _("I take care of a visit or an errand for the own worker")
    DUTY = "duty", _("duty or another urgent matter")
    SUPERVISION = "supervision", _("supervision or guidance of the work")


class TimedQuerySet(models.QuerySet[Any]):
    """By the database's clock, as the rule of access has it."""

    def live(self) -> Self:
        return self.filter(ends_at__gt=Now(), ended_at=None)

    def run_out(self) -> Self:
        """Over by its own time, and not yet written down as ended."""
        return self.filter(ends_at__lte=Now(), ended_at=None)

    def by(self, worker: Any) -> Self:
        return self.filter(worker=worker)

    def of(self, client: Any) -> Self:
        return self.filter(client=client)

    def within(self, span: timedelta) -> Self:
        return self.filter(began_at__gt=Now() - span)

    def shown_to(self, user: Any) -> Self:
        """Of clients whom the user may see in a list."""
        return self.filter(listed_q(user, "client_id"))

    def with_people(self) -> Self:
        return self.select_related("client", "worker")

    def with_relations(self, user: Any) -> Self:
        """`relations`: by which the user reaches the client."""
        return self.annotate(relations=relations_of(user, "client_id"))

    def of_teams(self, teams: list[int], user: Any) -> Self:
        """Of the clients of these teams whom the user may see in a list."""
        cares = CareRelationship.objects.open().filter(client=OuterRef("client"), team__in=teams)
        return self.filter(Exists(cares)).filter(listed_q(user, "client_id"))


class StandInQuerySet(TimedQuerySet):
    """How often somebody has stood in."""

    def often(self) -> list[dict[str, Any]]:
        """Workers with more than three in these rows: `worker__name` and `number`, the most first; one statement."""
        by_worker: Any = self.order_by().values("worker", "worker__name")
        by_worker = by_worker.annotate(number=Count("pk"))
        return list(by_worker.filter(number__gt=OFTEN).order_by("-number", "worker__name"))


class StandIn(models.Model):
    """A colleague of the same team, for 24 hours. The own worker is told; the reason is on the trail."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: logs 12 y",
        period="12 y",
        shred="delete",
        years=12,
        counted_from="event",
        event="began_at",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="stand_ins")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="stand_ins")
    reason = models.CharField(_("reason"), max_length=20, choices=StandInReason.choices)
    words = models.CharField(_("in own words"), max_length=500)
    began_at = models.DateTimeField(db_default=Now())
    ends_at = models.DateTimeField(db_default=Now() + STAND_IN_LASTS)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = StandInQuerySet.as_manager()

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_stand_in_says_why"),
            models.CheckConstraint(
                condition=Q(ends_at__lte=F("began_at") + STAND_IN_LASTS),
                name="a_stand_in_lasts_a_day_at_most",
            ),
        ]
        indexes = [models.Index(fields=["worker", "ends_at"], name="stand_in_by_worker")]

    def __str__(self) -> str:
        return self.get_reason_display()


def live_openings(client: Any) -> Combinable:
    """Both kinds, as one array of JSON within the query of something else."""
    from clients.models.break_glass import BreakGlass

    kinds: list[tuple[str, Any]] = [("stand_in", StandIn), ("break_glass", BreakGlass)]
    told = [
        ArraySubquery(
            model.objects.live()
            .filter(client=client)
            .order_by("ends_at")
            .values(
                told=JSONObject(kind=Value(kind), ref="ref", name="worker__name", ends_at="ends_at")
            )
        )
        for kind, model in kinds
    ]
    return Func(*told, function="array_cat", output_field=ArrayField(JSONField()))
