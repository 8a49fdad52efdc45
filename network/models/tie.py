"""Where somebody stands on the network map, how strong the tie is, and who talks to whom. Dated: a map of any day."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.models.member import Member, MemberKind
from network.models.organisation import OrganisationKind
from paku.kit.dated import Dated, DatedQuerySet
from paku.kit.retention import Retention

COMMUNITIES = frozenset({OrganisationKind.PARISH, OrganisationKind.ASSOCIATION})


class Sector(models.TextChoices):
    """The three parts of the map."""

    CLOSE = "close", _("close ones")
    COMMUNITY = "community", _("community")
    SERVICES = "services", _("services")


class Ring(models.IntegerChoices):
    """How close somebody is to the person, as the person says it."""

    CLOSEST = 1, _("closest to me")
    NEAR = 2, _("near")
    FURTHER = 3, _("further away")


class Strength(models.TextChoices):
    """Of the tie between the person and somebody."""

    THIN = "thin", _("thin")
    ORDINARY = "ordinary", _("ordinary")
    STRONG = "strong", _("strong")


class OfTheMap(DatedQuerySet):
    """Rows of one person's map."""

    def of(self, client: Client) -> OfTheMap:
        return self.filter(client=client)

    def in_order(self) -> OfTheMap:
        return self.order_by("since", "pk")


class Tie(Dated):
    """One place of one member on the map. Another place is another row: what was, stays."""

    retention = Retention(
        owner="network",
        ground="703/2023 annex: 10 y from closing the matter",
        period="10 y",
        shred="delete",
        years=10,
        counted_from="path_end",
    )

    client = models.ForeignKey(Client, models.PROTECT, related_name="ties")
    member = models.ForeignKey(Member, models.PROTECT, related_name="ties")
    sector = models.CharField(_("part of the map"), max_length=10, choices=Sector.choices)
    ring = models.PositiveSmallIntegerField(_("how close"), choices=Ring.choices)
    strength = models.CharField(_("the tie"), max_length=10, choices=Strength.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects: ClassVar[Any] = OfTheMap.as_manager()

    class Meta(Dated.Meta):
        ordering = ["client", "since", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ring__gte=1, ring__lte=3), name="a_map_has_three_rings"
            ),
            models.UniqueConstraint(
                fields=["member"], condition=Q(until=None), name="a_member_has_one_place_on_the_map"
            ),
        ]
        indexes = [models.Index(fields=["client", "since"], name="tie_by_client")]

    def __str__(self) -> str:
        return f"{self.sector} {self.ring} {self.strength}"


class Talk(Dated):
    """Two members who are in touch with each other; the one with the smaller key is `one`."""

    retention = Tie.retention

    client = models.ForeignKey(Client, models.PROTECT, related_name="talks")
    one = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("who"))
    other = models.ForeignKey(Member, models.PROTECT, related_name="+", verbose_name=_("with whom"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects: ClassVar[Any] = OfTheMap.as_manager()

    class Meta(Dated.Meta):
        ordering = ["client", "since", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(one__lt=F("other")), name="two_who_talk_stand_in_one_order"
            ),
            models.UniqueConstraint(
                fields=["one", "other"], condition=Q(until=None), name="two_talk_once"
            ),
        ]
        indexes = [models.Index(fields=["client", "since"], name="talk_by_client")]

    def __str__(self) -> str:
        return f"{self.since}"


def usual_sector(member: Member) -> Sector:
    """Where somebody stands until the person says otherwise."""
    if member.kind == MemberKind.CLOSE:
        return Sector.CLOSE
    home = member.organisation
    return Sector.COMMUNITY if home and home.kind in COMMUNITIES else Sector.SERVICES
