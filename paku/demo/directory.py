"""The service directory of the area (directory.toml): who does what, where, and how long one waits."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

from clients.models import Municipality, Village
from network.models import (
    ContactPerson,
    Organisation,
    PopUpDay,
    PopUpSeries,
    Presence,
    Service,
)
from network.models.pop_up_series import Rhythm
from paku.demo.chance import Chance
from paku.demo.copying import copy_models, reserve
from paku.demo.days import Days

FILE = Path(__file__).with_name("directory.toml")
NORTH = "931 601"
SEED_OF_PLACES = 2018
KELA_IN_PIHTIPUDAS = "Pop-up-palvelupäivä, Pihtipudas"


def write_directory(days: Days, chance: Chance) -> dict[str, Organisation]:
    """Organisations by name; services with their municipalities, pop-up days and contact persons beside them.

    An organisation or a service that somebody has already entered under the same name is left as it is.
    """
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))["organisations"]
    places = {place.code: place for place in Municipality.objects.all()}
    known = {
        one.name: one for one in Organisation.objects.filter(name__in=[row["name"] for row in told])
    }
    rows: list[Any] = []
    apart = Chance(SEED_OF_PLACES)
    for row in told:
        if row["name"] not in known:
            organisation = _organisation(row, chance)
            known[organisation.name] = organisation
            rows += [organisation, *_parts(row, organisation, places, days, chance, apart)]
    copy_models(rows)
    return known


def next_kela_day(days: Days) -> date:
    """The next of Kela's days in Pihtipudas that is held."""
    coming = [day for day in pop_up_days(days) if day > days.today]
    return coming[0]


def pop_up_days(days: Days) -> list[date]:
    """Kela's days in Pihtipudas, past and to come."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))["organisations"]
    services = [service for row in told for service in row.get("services", [])]
    rule = next(service["pop_up"] for service in services if service["name"] == KELA_IN_PIHTIPUDAS)
    return _days_of(rule, days)


def _organisation(row: dict[str, Any], chance: Chance) -> Organisation:
    return Organisation(
        pk=reserve(Organisation, 1)[0],
        ref=chance.ref(),
        name=row["name"],
        kind=row["kind"],
        former_names=row.get("former_names", ""),
        phone=row.get("phone", ""),
        is_made_up=True,
    )


def _parts(
    row: dict[str, Any],
    organisation: Organisation,
    places: dict[str, Municipality],
    days: Days,
    chance: Chance,
    apart: Chance,
) -> Iterator[Any]:
    """`apart` is drawn from for what came later than the persons, so that they stay who they were."""
    for name, title, phone in row.get("contacts", []):
        yield ContactPerson(
            ref=apart.ref(), organisation=organisation, name=name, title=title, phone=phone
        )
    through: Any = Service.municipalities.through
    for told in row.get("services", []):
        fields = {
            key: value for key, value in told.items() if key not in {"area", "places", "pop_up"}
        }
        service = Service(
            pk=reserve(Service, 1)[0], ref=chance.ref(), organisation=organisation, **fields
        )
        yield service
        for code in codes(told["area"], places):
            yield through(service_id=service.pk, municipality_id=places[code].pk)
        for one in told.get("places", ()):
            yield presence(service, one, places, apart)
        if "pop_up" in told:
            yield from _pop_ups(service, told["pop_up"], places, days, apart)


def codes(area: str, places: dict[str, Municipality]) -> list[str]:
    return list(places) if area == "all" else (NORTH if area == "north" else area).split()


def presence(
    service: Service, told: dict[str, Any], places: dict[str, Municipality], chance: Chance
) -> Presence:
    fields = {key: value for key, value in told.items() if key not in {"municipality", "village"}}
    place = places[told["municipality"]]
    return Presence(
        ref=chance.ref(),
        service=service,
        municipality=place,
        village=village_of(told, places),
        **fields,
    )


def village_of(told: dict[str, Any], places: dict[str, Municipality]) -> Village | None:
    if "village" not in told:
        return None
    return Village.objects.get(municipality=places[told["municipality"]], name=told["village"])


def _pop_ups(
    service: Service,
    rule: dict[str, Any],
    places: dict[str, Municipality],
    days: Days,
    chance: Chance,
) -> Iterator[Any]:
    """The rule and its days; the fourth that is ahead is cancelled, as days are."""
    dates = _days_of(rule, days)
    same: dict[str, Any] = {
        "service": service,
        "municipality": places[rule["municipality"]],
        "place": rule["place"],
        "opens_at": time.fromisoformat(rule["opens"]),
        "closes_at": time.fromisoformat(rule["closes"]),
    }
    series = PopUpSeries(
        pk=reserve(PopUpSeries, 1)[0], ref=chance.ref(), rhythm=Rhythm.MONTH, weekday=rule["weekday"],
        nths=rule["weeks"], since=dates[0], until=dates[-1], **same,
    )  # fmt: skip
    yield series
    cancelled = [day for day in dates if day > days.today][3:4]
    for day in dates:
        yield PopUpDay(
            ref=chance.ref(), series=series, on=day, is_cancelled=day in cancelled,
            why_cancelled="koulutuspäivä, seuraava kerta on kahden viikon päästä" if day in cancelled else "",
            **same,
        )  # fmt: skip


def _days_of(rule: dict[str, Any], days: Days) -> list[date]:
    return days.nth_weekdays(
        rule["weekday"], rule["weeks"], rule["months_behind"], rule["months_ahead"]
    )
