"""Asiakkuus, the care relationship: the unit of own worker, team and access."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import FilteredRelation, OuterRef, Q

from clients.models.client import Client
from paku.access.models import Team
from paku.kit.dated import Dated
from paku.kit.retention import Retention
from paku.kit.today import Today


class CareQuerySet(models.QuerySet["CareRelationship"]):
    """Care relationships by state."""

    def open(self) -> CareQuerySet:
        return self.filter(ended_on=None)

    def with_people(self) -> CareQuerySet:
        """Own worker, team, who stands in today (`live_substitute`, None when nobody does), and who is in the file for
        a time just now (`openings`: `kind`, `ref`, `name`, `ends_at`)."""
        from clients.models.continuity import met_workers, same_since
        from clients.models.stand_in import live_openings

        live = Q(substitutes__since__lte=Today(), substitutes__until__gte=Today())
        standing_in = self.annotate(live_substitute=FilteredRelation("substitutes", condition=live))
        standing_in = standing_in.annotate(
            openings=live_openings(OuterRef("client")), met_workers=met_workers(), same_since=same_since()
        )  # fmt: skip
        return standing_in.select_related("own_worker", "team", "live_substitute__worker")  # type: ignore[misc]  # the annotation above

    def of_team(self, teams: list[int]) -> CareQuerySet:
        return self.filter(team__in=teams)


class CareRelationship(models.Model):
    """At most one open per client; while it is open it has exactly one own worker (SHL 42 §, row S11)."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="cares")
    team = models.ForeignKey(Team, models.PROTECT, related_name="cares")
    own_worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="own_cares"
    )
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    # the code of the ground on which its path ended (703/2023 38 §); in words it stands on the path
    ending = models.CharField(max_length=20, blank=True, default="", db_default="")

    objects = CareQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(ended_on=None),
                name="a_client_has_one_open_care_relationship",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=False) | Q(own_worker__isnull=False),
                name="an_open_care_relationship_has_an_own_worker",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("started_on")),
                name="care_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "client"], condition=Q(ended_on=None), name="care_open_by_team"
            ),
            models.Index(
                fields=["own_worker", "client"],
                condition=Q(ended_on=None),
                name="care_open_by_worker",
            ),
            models.Index(
                fields=["team", "ended_on"],
                condition=Q(ended_on__isnull=False),
                name="care_ended_by_team",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.started_on}–{self.ended_on or ''}"

    @property
    def continuity(self) -> str:
        """“The same own worker since 3.4.2024”, in words, from what `with_people` asked."""
        from clients.models.continuity import in_words

        return in_words(getattr(self, "met_workers", None), getattr(self, "same_since", None))


class OwnWorkerPeriod(Dated):
    """Who has been the own worker and when: the history behind continuity."""

    retention = Retention(
        owner="clients",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    care = models.ForeignKey(CareRelationship, models.PROTECT, related_name="own_worker_periods")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(Dated.Meta):
        ordering = ["care", "since", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["care"],
                condition=Q(until=None),
                name="a_client_has_one_own_worker_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker} {self.since}–{self.until or ''}"
