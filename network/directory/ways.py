"""The directory as it is told to one person: how long one usually waits where they are, and what else there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from clients.models import Municipality
from network.directory.waits import wait_in_words
from network.models import Organisation, Service

MOST = 6


@dataclass(frozen=True, slots=True)
class Way:
    """A service in a line: whose, which, how long one waits, how it is reached."""

    organisation: str
    service: str
    wait: str
    phone: str
    how: list[str]


def waits_of(organisations: Sequence[int], place: Municipality | None) -> list[Way]:
    """Services of these that have told their queue, the longest first: that is what needs bridging."""
    found = _serving(place).filter(organisation__in=organisations)
    told = found.exclude(usual_wait_days=None).exclude(usual_wait_days=0)
    return [_way(service) for service in told.order_by("-usual_wait_days", "pk")[:MOST]]


def other_ways(organisations: Sequence[int], place: Municipality | None) -> list[Way]:
    """Services of others of the same kinds, the shortest queue first; of none when nobody is around yet."""
    kinds = Organisation.objects.filter(pk__in=organisations).order_by().values("kind")
    others = _serving(place).filter(organisation__kind__in=kinds)
    shortest = others.exclude(organisation__in=organisations).order_by(
        F("usual_wait_days").asc(nulls_last=True), "pk"
    )
    return [_way(service) for service in shortest[:MOST]]


def _serving(place: Municipality | None) -> QuerySet[Service]:
    """One that names no municipality serves all; of a person whose place is not told, only such."""
    everywhere = Q(municipalities=None)
    here = everywhere | Q(municipalities=place) if place else everywhere
    ids = Service.objects.offered().filter(here).order_by().values("pk")
    return Service.objects.filter(pk__in=ids).select_related("organisation")


def _way(service: Service) -> Way:
    how = (
        _("can be done remotely") if service.is_remote_possible else "",
        _("makes home visits") if service.makes_home_visits else "",
        "" if service.needs_digital_identity else _("no bank codes needed"),
    )
    return Way(
        service.organisation.name,
        service.name,
        wait_in_words(service.usual_wait_days),
        service.phone or service.organisation.phone,
        [words for words in how if words],
    )
