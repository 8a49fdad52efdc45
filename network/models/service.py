"""What an organisation does, where, and how long one usually waits for it."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.models.organisation import Organisation
from paku.kit.finnish import FinnishSort
from paku.kit.retention import Retention


class ServiceQuerySet(models.QuerySet["Service"]):
    """Services of the directory."""

    def for_distances(self, pop_up_days: models.QuerySet[Any]) -> "ServiceQuerySet":
        """With their organisation and every place where they are met, those of the `pop_up_days` given."""
        coming = models.Prefetch("pop_up_days", pop_up_days)
        found = self.select_related("organisation")
        return found.prefetch_related("met_in", coming).order_by(FinnishSort("name"), "pk")

    def on_the_net(self, place: Municipality | None) -> "ServiceQuerySet":
        """Those that ask for identification on the net, of the person's municipality or of the whole county."""
        here = models.Q(municipalities=None)
        if place:
            here |= models.Q(municipalities=place)
        ids = self.filter(here, needs_digital_identity=True).order_by().values("pk")
        found = Service.objects.filter(pk__in=ids).select_related("organisation")
        return found.order_by(FinnishSort("name"), "pk")


class Service(models.Model):
    """`usual_wait_days` is as stated by the service; None = not told."""

    retention = Retention(
        owner="network", ground="no client data", period="while in use", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="services")
    name = models.CharField(_("name"), max_length=150)
    municipalities = models.ManyToManyField(Municipality, related_name="services", blank=True)
    # where one goes to; `municipalities` are those whose people it serves, which is another thing
    met_in = models.ManyToManyField(Municipality, related_name="+", blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    opening = models.CharField(_("when"), max_length=150, blank=True)
    usual_wait_days = models.PositiveSmallIntegerField(_("usual wait"), null=True, blank=True)
    is_remote_possible = models.BooleanField(_("can be done remotely"), default=False)
    needs_digital_identity = models.BooleanField(_("needs digital identity"), default=False)
    makes_home_visits = models.BooleanField(_("makes home visits"), default=False)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = [FinnishSort("name"), "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="a_service_is_named_once")
        ]

    def __str__(self) -> str:
        return self.name
