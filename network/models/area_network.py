"""Who works together in a village or a municipality: row S12, local partnership of those who are there."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality, Village
from network.models.contact_person import ContactPerson
from network.models.ending import still_there
from network.models.organisation import Organisation
from paku.kit.finnish import FinnishSort
from paku.kit.retention import Retention


class AreaNetworkQuerySet(models.QuerySet["AreaNetwork"]):
    def whole(self) -> AreaNetworkQuerySet:
        """With place, convener and members; two statements."""
        found = self.select_related("municipality", "village", "convener__organisation")
        return found.prefetch_related("members")

    def of(self, organisation: Organisation) -> AreaNetworkQuerySet:
        return self.filter(still_there(), members=organisation)


class AreaNetwork(models.Model):
    """Organisations that meet; no client is ever talked of here. `convener`: one name and one number to call."""

    retention = Retention(
        owner="network", ground="no client data", period="while in use", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=150, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    members = models.ManyToManyField(Organisation, related_name="area_networks")
    convener = models.ForeignKey(
        ContactPerson, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    meets = models.CharField(_("when and where it meets"), max_length=200, blank=True)
    next_on = models.DateField(_("next meeting"), null=True, blank=True)
    about = models.CharField(_("what it does together"), max_length=400, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    objects: ClassVar[Any] = AreaNetworkQuerySet.as_manager()

    class Meta:
        ordering = ["municipality", FinnishSort("name"), "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="an_area_network_has_a_name")
        ]

    def __str__(self) -> str:
        return self.name

    def has_ended(self, today: date) -> bool:
        return self.ended_on is not None and self.ended_on <= today

    @property
    def where(self) -> str:
        return f"{self.village} ({self.municipality})" if self.village else str(self.municipality)
