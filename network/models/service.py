"""What an organisation does, where, and how long one usually waits for it."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from clients.models import Municipality
from network.models.ending import MayEnd, still_there
from network.models.organisation import Organisation
from paku.kit.finnish import FinnishSort
from paku.kit.retention import Retention


class ServiceQuerySet(models.QuerySet["Service"]):
    """Services of the directory."""

    def offered(self) -> "ServiceQuerySet":
        """What one may choose today: neither the service nor its organisation has ended."""
        return self.filter(still_there(), still_there("organisation__"))

    def with_is_over(self) -> "ServiceQuerySet":
        there = still_there() & still_there("organisation__")
        return self.annotate(is_over=~models.ExpressionWrapper(there, models.BooleanField()))

    def with_endings(self) -> "ServiceQuerySet":
        """With what came instead of it; of a list whose organisations are there already."""
        return self.select_related("next_organisation", "next_service__organisation")

    def for_distances(self, pop_up_days: models.QuerySet[Any]) -> "ServiceQuerySet":
        """With their organisation and every place where they are met, those of the `pop_up_days` given."""
        coming = models.Prefetch("pop_up_days", pop_up_days)
        found = self.select_related("organisation")
        return found.prefetch_related(
            "presences__municipality", "presences__village", coming
        ).order_by(FinnishSort("name"), "pk")

    def whole(self, pop_up_days: models.QuerySet[Any]) -> "ServiceQuerySet":
        """As for distances, and whose people it serves, and what came instead of it or of its organisation."""
        found = self.for_distances(pop_up_days).prefetch_related("municipalities")
        instead = ("next_organisation", "next_service__organisation")
        of_home = tuple(f"organisation__{one}" for one in instead)
        return found.select_related(*instead, *of_home)

    def for_fitting(self, pop_up_days: models.QuerySet[Any], place: Any) -> "ServiceQuerySet":
        """As for distances, of the person's municipality or of the whole county, with their contact data."""
        here = models.Q(municipalities=None)
        if place:
            here |= models.Q(municipalities=place)
        ids = self.filter(here).order_by().values("pk")
        return Service.objects.filter(pk__in=ids).for_distances(pop_up_days)

    def on_the_net(self, place: Municipality | None) -> "ServiceQuerySet":
        """Those that ask for identification on the net, of the person's municipality or of the whole county."""
        here = models.Q(municipalities=None)
        if place:
            here |= models.Q(municipalities=place)
        ids = self.filter(here, needs_digital_identity=True).order_by().values("pk")
        found = Service.objects.filter(pk__in=ids).select_related("organisation")
        return found.order_by(FinnishSort("name"), "pk")


class ServiceKind(models.TextChoices):
    """Row S9: what belongs to everyday life stands beside what is applied for."""

    SERVICE = "service", _("service")
    MEETING_PLACE = "meeting_place", _("meeting place")
    CAFE = "cafe", _("café or meal")
    GROUP = "group", _("group or peer support")


WHATS = (
    ("belonging", _("Meeting places, cafés and groups")),
    ("digi", _("Help with digital matters")),
    ("home", _("Makes home visits")),
    ("remote", _("Can be done remotely")),
    ("no_net", _("No bank codes needed")),
    ("no_card", _("No identity card needed")),
)
BELONGING = (ServiceKind.MEETING_PLACE, ServiceKind.CAFE, ServiceKind.GROUP)


class Service(MayEnd):
    """`usual_wait_days` is as stated by the service on `wait_told_on`; None = not told. `former_names` find it.

    Nobody is ever written down as having come to a meeting place: there is no such table, on purpose.
    """

    retention = Retention(
        owner="network", ground="no client data", period="while in use", shred="delete"
    )

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="services")
    name = models.CharField(_("name"), max_length=150)
    municipalities = models.ManyToManyField(Municipality, related_name="services", blank=True)
    kind = models.CharField(
        _("kind"), max_length=15, choices=ServiceKind.choices, default=ServiceKind.SERVICE
    )
    about = models.CharField(_("what one gets there"), max_length=300, blank=True)
    former_names = models.CharField(_("former names"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    opening = models.CharField(_("when"), max_length=150, blank=True)
    usual_wait_days = models.PositiveSmallIntegerField(_("usual wait"), null=True, blank=True)
    wait_told_on = models.DateField(_("wait told on"), null=True, blank=True)
    is_remote_possible = models.BooleanField(_("can be done remotely"), default=False)
    needs_digital_identity = models.BooleanField(_("needs digital identity"), default=False)
    needs_identity = models.BooleanField(_("needs an identity card or a passport"), default=False)
    makes_home_visits = models.BooleanField(_("makes home visits"), default=False)
    is_digi_help = models.BooleanField(_("helps with digital matters"), default=False)
    has_meals = models.BooleanField(_("there is something to eat"), default=False)
    has_peer_support = models.BooleanField(_("peers support each other"), default=False)
    ride_help = models.CharField(_("help to get there"), max_length=200, blank=True)

    objects = ServiceQuerySet.as_manager()

    class Meta(MayEnd.Meta):
        abstract = False
        ordering = [FinnishSort("name"), "pk"]
        constraints = [
            *MayEnd.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "name"], name="a_service_is_named_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_of(self, what: str) -> bool:
        """Of what a list may be narrowed to (WHATS): "belonging" is row S9; anything else is all."""
        kinds = {
            "belonging": self.kind in BELONGING,
            "digi": self.is_digi_help,
            "home": self.makes_home_visits,
            "remote": self.is_remote_possible,
            "no_net": not self.needs_digital_identity,
            "no_card": not self.needs_identity,
        }
        return kinds.get(what, True)
