"""The directory as it is read: organisations by kind, narrowed by municipality and by words. No client data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clients.models import Municipality
from network.models import Organisation, PopUpDay, Presence, Service
from network.models.organisation import OrganisationKind
from paku.kit.folding import folded

WEEK, MONTH, YEAR = 7, 30.4, 365
POP_UP_DAYS = 3  # next ones shown of each service
BELONGING, DIGI_HELP = "belonging", "digi"  # what the page may be narrowed to


@dataclass(frozen=True, slots=True)
class Wanted:
    """`municipality` is a code, `village` a name in it; `words` may be an old name; `what`: a kind of services."""

    municipality: str = ""
    village: str = ""
    words: str = ""
    what: str = ""

    def has(self, service: Service) -> bool:
        """In words, kind and place; of a village, what is met in it."""
        return (
            _serves(service, self.municipality)
            and service.is_of(self.what)
            and (not self.village or any(self.holds(one) for one in service.presences.all()))
        )

    def holds(self, one: Presence) -> bool:
        in_village = one.village.name == self.village if self.village and one.village else not self.village  # fmt: skip
        return in_village and self.municipality in ("", one.municipality.code)

    @property
    def is_narrow(self) -> bool:
        return bool(self.municipality or self.what)


@dataclass(frozen=True, slots=True)
class Offer:
    """One service with its next pop-up days and its queue in words."""

    service: Service
    places: list[Municipality]
    pop_ups: list[PopUpDay]
    wait: str
    presences: list[Presence] = field(default_factory=list)
    learned: str = ""


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


def directory(*, today: date, wanted: Wanted) -> Directory:
    """Six statements at most for any number of services."""
    coming, places = PopUpDay.objects.ahead(today), Presence.objects.placed()
    organisations = list(Organisation.objects.for_directory(coming, places))
    homes = [_home(organisation, wanted) for organisation in organisations]
    shown = [home for home in homes if home]
    return Directory(
        groups=_grouped(shown),
        places=_places(organisations),
        has_made_up=any(home.organisation.is_made_up for home in shown),
    )


def _home(organisation: Organisation, wanted: Wanted) -> Home | None:
    """A hit in the organisation's own names shows all its services; a hit in a service shows that one."""
    services = [service for service in organisation.services.all() if wanted.has(service)]
    if wanted.words and not _says(wanted.words, organisation.name, organisation.former_names):
        services = [one for one in services if _says(wanted.words, one.name, one.about)]
        if not services:
            return None
    if wanted.is_narrow and not services:
        return None
    return Home(organisation, [offer(service, wanted) for service in services])


def _serves(service: Service, municipality: str) -> bool:
    """A service that names no municipality serves the whole county."""
    codes = {place.code for place in service.municipalities.all()}
    return not municipality or not codes or municipality in codes


def _says(words: str, *texts: str) -> bool:
    """Every word is found, in any order; case and accents do not matter."""
    said = folded(" ".join(texts))
    return all(word in said for word in folded(words).split())


def offer(service: Service, wanted: Wanted) -> Offer:
    """A service with its parts that the page is about. The service `for_directory`."""
    days = [
        day
        for day in service.pop_up_days.all()
        if wanted.municipality in ("", day.municipality.code)
    ]
    return Offer(
        service,
        list(service.municipalities.all()),
        days[:POP_UP_DAYS],
        wait_in_words(service.usual_wait_days),
        [one for one in service.presences.all() if wanted.holds(one)],
        wait_in_words(getattr(service, "learned_days", None)),
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
