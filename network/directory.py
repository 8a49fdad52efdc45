"""The directory as it is read: organisations by kind, narrowed by municipality and by words. No client data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clients.models import Municipality
from network.models import Organisation, PopUpDay, Service
from network.models.organisation import OrganisationKind
from paku.kit.folding import folded

WEEK, MONTH, YEAR = 7, 30.4, 365
POP_UP_DAYS = 3  # next ones shown of each service


@dataclass(frozen=True, slots=True)
class Offer:
    """One service with its next pop-up days and its queue in words."""

    service: Service
    places: list[Municipality]
    pop_ups: list[PopUpDay]
    wait: str


@dataclass(frozen=True, slots=True)
class Home:
    """An organisation and those of its services that the page is about."""

    organisation: Organisation
    offers: list[Offer]


@dataclass(frozen=True, slots=True)
class Group:
    """Organisations of one kind."""

    label: str
    homes: list[Home]


@dataclass(frozen=True, slots=True)
class Directory:
    """What the page shows: groups, all places to narrow by, and whether something is made up for the demo."""

    groups: list[Group]
    places: list[Municipality]
    has_made_up: bool


def directory(*, today: date, municipality: str = "", words: str = "") -> Directory:
    """Five statements at most for any number of services. `municipality` is a code; `words` may be an old name."""
    coming = PopUpDay.objects.filter(on__gte=today).select_related("municipality")
    organisations = list(Organisation.objects.for_directory(coming))
    homes = [_home(organisation, municipality, words) for organisation in organisations]
    shown = [home for home in homes if home]
    return Directory(
        groups=_grouped(shown),
        places=_places(organisations),
        has_made_up=any(home.organisation.is_made_up for home in shown),
    )


def _home(organisation: Organisation, municipality: str, words: str) -> Home | None:
    """A hit in the organisation's own names shows all its services; a hit in a service shows that one."""
    services = [
        service for service in organisation.services.all() if _serves(service, municipality)
    ]
    if words and not _says(words, organisation.name, organisation.former_names):
        services = [service for service in services if _says(words, service.name)]
        if not services:
            return None
    if municipality and not services:
        return None
    return Home(organisation, [_offer(service, municipality) for service in services])


def _serves(service: Service, municipality: str) -> bool:
    """A service that names no municipality serves the whole county."""
    codes = {place.code for place in service.municipalities.all()}
    return not municipality or not codes or municipality in codes


def _says(words: str, *texts: str) -> bool:
    """Every word is found, in any order; case and accents do not matter."""
    said = folded(" ".join(texts))
    return all(word in said for word in folded(words).split())


def _offer(service: Service, municipality: str) -> Offer:
    days = [
        day
        for day in service.pop_up_days.all()
        if not municipality or day.municipality.code == municipality
    ]
    return Offer(
        service,
        list(service.municipalities.all()),
        days[:POP_UP_DAYS],
        wait_in_words(service.usual_wait_days),
    )


def _grouped(homes: list[Home]) -> list[Group]:
    """In the order of the kinds as people name them: those first that a client meets most."""
    groups = (
        (kind.label, [home for home in homes if home.organisation.kind == kind])
        for kind in OrganisationKind
    )
    return [Group(str(label), found) for label, found in groups if found]


def _places(organisations: list[Organisation]) -> list[Municipality]:
    """Municipalities that some service names, by name."""
    found = {
        place.pk: place
        for home in organisations
        for service in home.services.all()
        for place in service.municipalities.all()
    }
    return sorted(found.values(), key=str)


def wait_in_words(days: int | None) -> str:
    """180 → about half a year; 0 → no queue; None (not told) → "". Rounded as people say it."""
    if days is None:
        return ""
    if days == 0:
        return _("no queue")
    if days < WEEK:
        return ngettext("about %(n)d day", "about %(n)d days", days) % {"n": days}
    if days < MONTH - 2:
        weeks = round(days / WEEK)
        return ngettext("about a week", "about %(n)d weeks", weeks) % {"n": weeks}
    return _months_in_words(round(days / MONTH), days)


def _months_in_words(months: int, days: int) -> str:
    if months == 6:
        return _("about half a year")
    if months < 12:
        return ngettext("about a month", "about %(n)d months", months) % {"n": months}
    years = round(days / YEAR)
    return ngettext("about a year", "about %(n)d years", years) % {"n": years}
