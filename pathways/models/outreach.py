"""Outreach without a person: the diary. Places, hours and numbers; who was met is in nobody's line."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality, Village
from paku.access.models import Team
from paku.access.roles import May
from paku.kit.dated import Code
from paku.kit.retention import Forgotten, Retention


class OutreachTheme(Code):
    """What people talk about when they are met: a code list, the same for every team."""

    retention = Retention(
        owner="pathways", ground="no personal data", period="while in use", shred="delete"
    )


class OutreachQuerySet(models.QuerySet["OutreachEntry"]):
    """A team's own diary."""

    def of_teams(self, user: Any) -> OutreachQuerySet:
        return self.filter(team_id__in=user.teams_where(May.DO_OUTREACH))

    def with_people(self) -> OutreachQuerySet:
        return self.select_related("author", "team", "municipality", "village")


class OutreachEntry(models.Model):
    """One round in the field. `people_met` is a number and `breaks_seen` tells of services, never of a person.

    `version` grows at each correction; only its author corrects an entry.
    """

    retention = Retention(
        owner="pathways",
        ground="SHL 7 a § (community social work); no personal data",
        period="10 y from the day, as other records of services for people of working age",
        shred="delete",
        forgotten=Forgotten("on", years=10),
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField(_("date"))
    place = models.CharField(_("place"), max_length=100)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    hours = models.DecimalField(_("hours"), max_digits=3, decimal_places=1, null=True, blank=True)
    people_met = models.PositiveSmallIntegerField(_("people met"), null=True, blank=True)
    themes = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    breaks_seen = models.TextField(_("where help did not reach"), blank=True)
    note = models.TextField(_("note"), blank=True)
    travel_km = models.DecimalField(
        _("kilometres"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    version = models.PositiveIntegerField(default=1)
    logged_at = models.DateTimeField(auto_now_add=True)

    objects = OutreachQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["team", "-on", "-id"], name="outreach_newest_of_team")]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__lte=24), name="a_round_fits_in_a_day"
            ),
            models.CheckConstraint(condition=~Q(place=""), name="an_entry_tells_its_place"),
        ]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def where(self) -> str:
        """Place, village and municipality in a line."""
        return whereabouts(self)


def whereabouts(row: Any) -> str:
    """Of an entry or a contact: “Kylätalo, Muurasjärvi, Pihtipudas”."""
    parts = [row.place, row.village, row.municipality]
    return ", ".join(dict.fromkeys(str(part) for part in parts if part))
