"""The path: carries the matter from its opening to its end. A history, not a status field."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from clients.models import CareRelationship, Client
from clients.models.relation import related_q, relations_of
from pathways.models.retained import OF_THE_PATH
from pathways.models.stage import NEXT, Ending, Stage


class PathwayQuerySet(models.QuerySet["Pathway"]):
    """Paths by state and by who may open them (the client's own rule, one home)."""

    def open(self) -> PathwayQuerySet:
        return self.filter(ended_on=None)

    def known_to(self, user: Any) -> PathwayQuerySet:
        """With `relations`: by which of them the user reaches the client; strangers find nothing."""
        return self.annotate(relations=relations_of(user, "client_id")).exclude(relations=[])

    def newest_of(self, client: Client) -> Pathway | None:
        return self.filter(client=client).first()

    def related_to(self, user: Any) -> PathwayQuerySet:
        """Of the user's own clients: a near-worker's too, whose files are closed to them but for a part."""
        return self.filter(related_q(user, "client_id"))

    def with_people(self) -> PathwayQuerySet:
        return self.select_related(
            "client",
            "client__municipality",
            "client__village",
            "care",
            "care__own_worker",
            "care__team",
            "end__by",
            "follows",
            "followed_by",
        )


class Pathway(models.Model):
    """At most one open per care relationship. `stage`, `stage_since`, `last_contact_on` and `promised_days` repeat the
    newest move, contact and agreed rhythm so that lists need no history; only the mover, `log_visit`, a check-in call
    and `promise` write them. `promised_days` None: what the stage promises."""

    retention = OF_THE_PATH

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    care = models.ForeignKey(CareRelationship, models.PROTECT, related_name="paths")
    client = models.ForeignKey(Client, models.PROTECT, related_name="paths")
    matter = models.CharField(_("matter"), max_length=120)
    how_began = models.CharField(_("how it began"), max_length=300, blank=True)
    opened_on = models.DateField()
    stage = models.CharField(_("stage"), max_length=20, choices=Stage.choices)
    stage_since = models.DateField()
    last_contact_on = models.DateField(null=True, blank=True)
    promised_days = models.PositiveSmallIntegerField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=20, choices=Ending.choices, blank=True)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )  # by return ticket

    relations: list[str]  # where a door has asked
    objects = PathwayQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["care"],
                condition=Q(ended_on=None),
                name="a_care_relationship_has_one_open_path",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ending="") | (Q(ended_on__isnull=False) & ~Q(ending="")),
                name="an_ended_path_tells_its_ground",
            ),
        ]
        indexes = [
            models.Index(fields=["client"], condition=Q(ended_on=None), name="path_open_by_client")
        ]

    def __str__(self) -> str:
        return self.matter

    def get_absolute_url(self) -> str:
        return reverse("pathways:path", args=[self.ref])

    @property
    def rung(self) -> Stage:
        """The stage as a value that knows its place on the ladder."""
        return Stage(self.stage)

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    def may_become(self, stage: str) -> bool:
        """Whether the map has a move from here."""
        return self.is_open and stage in NEXT[self.rung]

    def days_in_stage(self, today: date) -> int:
        return ((self.ended_on or today) - self.stage_since).days

    def days_since_contact(self, today: date) -> int | None:
        return (today - self.last_contact_on).days if self.last_contact_on else None
