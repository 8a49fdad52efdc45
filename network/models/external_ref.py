"""The number by which another register knows an organisation or a service: a file that comes again finds them by it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from network.models.organisation import Organisation
from network.models.service import Service
from paku.kit.retention import Retention


class Source(models.TextChoices):
    """Where a file comes from."""

    CSV = "csv", _("own table (CSV)")
    PTV = "ptv", _("the national service directory (JSON)")


class ExternalRef(models.Model):
    """One number of one source is of one row of the directory."""

    retention = Retention(
        owner="network", ground="no client data", period="while in use", shred="delete"
    )

    source = models.CharField(max_length=5, choices=Source.choices)
    number = models.CharField(max_length=64)
    organisation = models.ForeignKey(
        Organisation, models.CASCADE, null=True, blank=True, related_name="external_refs"
    )
    service = models.ForeignKey(
        Service, models.CASCADE, null=True, blank=True, related_name="external_refs"
    )

    class Meta:
        ordering = ["source", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "number"],
                condition=Q(service=None),
                name="a_number_of_a_source_is_of_one_organisation",
            ),
            models.UniqueConstraint(
                fields=["source", "number"],
                condition=Q(organisation=None),
                name="a_number_of_a_source_is_of_one_service",
            ),
            models.UniqueConstraint(
                fields=["source", "organisation", "service"],
                nulls_distinct=False,
                name="a_source_knows_a_row_by_one_number",
            ),
            models.CheckConstraint(
                condition=Q(organisation=None, service__isnull=False)
                | Q(organisation__isnull=False, service=None),
                name="a_number_is_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.number}"
