"""The directory as it is read: organisations by kind, narrowed by municipality and by words. No client data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clients.models import Municipality
from network.directory.endings import Ending, ending, is_over
from network.directory.learned import learned_waits
from network.directory.waits import wait_in_words
from network.models import Organisation, PopUpDay, Presence, Service
from network.models.organisation import OrganisationKind
from paku.kit.folding import folded

POP_UP_DAYS = 3  # next ones shown of each service
TODAY = "today"  # what the page may be narrowed to besides the kinds of services


@dataclass(frozen=True, slots=True)
class Wanted:
    """`municipality` is a code, `village` a name in it; `words` may be an old name; `what`: a kind of services, or
    TODAY, those that are met in person on `on`."""

    municipality: str = ""
    village: str = ""
    words: str = ""
    what: str = ""
    on: date | None = None

    def has(self, service: Service) -> bool:
        """In words, kind and place; of a village, what is met in it."""
        return (
            _serves(service, self.municipality)
            and service.is_of(self.what)
            and (self.what != TODAY or self._is_met(service))
            and (not self.village or any(self.holds(one) for one in service.presences.all()))
        )

    def _is_met(self, service: Service) -> bool:
        """By its weekdays or a pop-up day, in the place that is wanted."""
        day = self.on
        if day is None:
            return False
        weekly = any(one.is_open_on(day) and self.holds(one) for one in service.presences.all())
        towns = {
            one.municipality.code
            for one in service.pop_up_days.all()
            if one.on == day and not one.is_cancelled
        }
        by_days = bool(towns) and self.municipality in ("", *towns) and not self.village
        return weekly or by_days

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
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """An organisation and those of its services that the page is about."""

    organisation: Organisation
    offers: list[Offer]
    ending: Ending | None = None


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
    """Seven statements at most for any number of services. What has ended is found by its name only."""
    coming, places = PopUpDay.objects.ahead(today), Presence.objects.placed()
    services = Service.objects.with_endings()
    organisations = list(Organisation.objects.for_directory(services, coming, places))
    learned = learned_waits()
    homes = [_home(organisation, wanted, today, learned) for organisation in organisations]
    shown = [home for home in homes if home]
    return Directory(
        groups=_grouped(shown),
        places=_places(organisations),
        has_made_up=any(home.organisation.is_made_up for home in shown),
    )


def _home(
    organisation: Organisation, wanted: Wanted, today: date, learned: Mapping[int, str]
) -> Home | None:
    """A hit in the organisation's own names shows all its services; a hit in a service shows that one."""
    services = [service for service in organisation.services.all() if wanted.has(service)]
    over, is_named = is_over(organisation, today), _is_named(organisation, wanted)
    is_far = wanted.is_narrow and not services
    if wanted.words and not is_named:
        services = [one for one in services if _says(wanted.words, one.name, one.former_names, one.about)]  # fmt: skip
    else:
        services = [one for one in services if not is_over(one, today)]
    if is_far or (not services and (over or wanted.is_narrow or wanted.words) and not is_named):
        return None
    offers = [offer(one, wanted, today, learned) for one in services]
    return Home(organisation, offers, ending(organisation, today))


def _is_named(organisation: Organisation, wanted: Wanted) -> bool:
    """By its name of now or of before."""
    said = (organisation.name, organisation.former_names)
    return bool(wanted.words) and _says(wanted.words, *said)


def _serves(service: Service, municipality: str) -> bool:
    """A service that names no municipality serves the whole county."""
    codes = {place.code for place in service.municipalities.all()}
    return not municipality or not codes or municipality in codes


def _says(words: str, *texts: str) -> bool:
    """Every word is found, in any order; case and accents do not matter."""
    said = folded(" ".join(texts))
    return all(word in said for word in folded(words).split())


def offer(service: Service, wanted: Wanted, today: date, learned: Mapping[int, str]) -> Offer:
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
        learned.get(service.pk, ""),
        ending(service, today),
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
