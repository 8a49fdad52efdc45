"""Actors of the area: authorities, associations, the parish, all equal rows of one directory."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.models.ending import MayEnd, still_there
from paku.kit.finnish import FinnishSort
from paku.kit.retention import Retention


class OrganisationKind(models.TextChoices):
    """Actors of row S3."""

    COUNTY = "county", _("wellbeing services county")
    HOSPITAL = "hospital", _("hospital")
    KELA = "kela", _("Kela")
    EMPLOYMENT = "employment", _("employment authority")
    LEGAL = "legal", _("legal services, debt counselling, guardianship")
    AUTHORITY = "authority", _("other authority")
    MUNICIPALITY = "municipality", _("municipality")
    PARISH = "parish", _("parish")
    ASSOCIATION = "association", _("association")
    SCHOOL = "school", _("educational institution")
    LANDLORD = "landlord", _("landlord")
    COMPANY = "company", _("company")


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    """The directory."""

    def offered(self) -> "OrganisationQuerySet":
        """What one may choose today: an ended one stands in old records only."""
        return self.filter(still_there())

    def with_is_over(self) -> "OrganisationQuerySet":
        return self.annotate(
            is_over=~models.ExpressionWrapper(still_there(), models.BooleanField())
        )

    def for_directory(
        self, services: models.QuerySet[Any], pop_up_days: models.QuerySet[Any], presences: models.QuerySet[Any]
    ) -> "OrganisationQuerySet":  # fmt: skip
        """With contact persons, the `services` given, their `presences` and those of the `pop_up_days`; by name."""
        parts = (
            models.Prefetch("services", services),
            "services__municipalities",
            models.Prefetch("services__presences", presences),
            models.Prefetch("services__pop_up_days", pop_up_days),
        )
        found = self.prefetch_related("contact_persons", *parts)
        found = found.select_related("next_organisation", "next_service__organisation")
        return found.order_by(FinnishSort("name"), "pk")


class Organisation(MayEnd):
    """`former_names` find the new one (TE-toimisto → employment area)."""

    retention = Retention(
        owner="network", ground="no client data", period="while in use", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=150, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)
    former_names = models.CharField(_("former names"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    is_made_up = models.BooleanField(_("phone and days made up for the demo"), default=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta(MayEnd.Meta):
        abstract = False
        ordering = [FinnishSort("name"), "pk"]

    def __str__(self) -> str:
        return self.name
