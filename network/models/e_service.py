"""Whether the person can do their business on the net, told for each service apart.

Nobody is “digital” or not: one may pay bills alone and still need somebody beside for OmaKela. What has not been asked
is not stored.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.models.service import Service
from paku.kit.retention import Retention


class CommonService(models.TextChoices):
    """Services on the net that everybody meets, whoever keeps them."""

    OMAKELA = "omakela", "OmaKela"
    OMAKANTA = "omakanta", "OmaKanta"
    TYOMARKKINATORI = "tyomarkkinatori", "Työmarkkinatori"
    BANK = "bank", _("own bank on the net")
    SUOMI_FI = "suomi_fi", "Suomi.fi"
    OMAVERO = "omavero", "OmaVero"


class Ability(models.TextChoices):
    """As things are with this service."""

    ALONE = "alone", _("alone")
    WITH_HELP = "with_help", _("with help")
    NOT = "not", _("does not manage")
    NO_MEANS = "no_means", _("has no device or no means of identification")
    NOT_WANTED = "not_wanted", _("does not want to use it")


class EServiceAbilityQuerySet(models.QuerySet["EServiceAbility"]):
    def of(self, client: Client) -> EServiceAbilityQuerySet:
        return self.filter(client=client)

    def newest(self) -> EServiceAbilityQuerySet:
        """The last answer of each service; one statement."""
        last = self.order_by("common", "service_id", "-pk").distinct("common", "service_id")
        return last.select_related("service__organisation", "heard_by")


class EServiceAbility(models.Model):
    """One answer of one service: a common one, or one of the directory. Append-only; `helper`: who sits beside."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    common = models.CharField(max_length=20, choices=CommonService.choices, blank=True)
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    ability = models.CharField(max_length=12, choices=Ability.choices, blank=True)
    helper = models.CharField(_("who helps"), max_length=120, blank=True)
    told_on = models.DateField(_("told on"))
    heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = EServiceAbilityQuerySet.as_manager()

    class Meta:
        ordering = ["client", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(common="") & Q(service__isnull=False))
                | (~Q(common="") & Q(service=None)),
                name="an_ability_is_of_one_service",
            ),
            models.CheckConstraint(
                condition=Q(helper="") | Q(ability=Ability.WITH_HELP),
                name="who_helps_helps_with_something",
            ),
        ]
        indexes = [
            models.Index(
                F("client"), F("common"), F("service"), F("id").desc(), name="e_service_newest"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.ability}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("What was told is never changed: a new answer is a new row")
        super().save(*args, **kwargs)

    @property
    def place(self) -> str:
        """Which service in the form and in the page: the code of a common one, or the key in the directory."""
        return self.common or str(self.service_id)
