"""The service directory of the area (directory.toml): who does what, where, and how long one waits."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

from clients.models import Municipality
from network.models import ContactPerson, Organisation, PopUpDay, Service
from paku.demo.chance import Chance
from paku.demo.copying import copy_models, reserve
from paku.demo.days import Days

FILE = Path(__file__).with_name("directory.toml")
NORTH = "931 601"
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
    for row in told:
        if row["name"] not in known:
            organisation = _organisation(row, chance)
            known[organisation.name] = organisation
            rows += [organisation, *_parts(row, organisation, places, days, chance)]
    copy_models(rows)
    return known


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
) -> Iterator[Any]:
    for name, title, phone in row.get("contacts", []):
        yield ContactPerson(organisation=organisation, name=name, title=title, phone=phone)
    through: Any = Service.municipalities.through
    met_in: Any = Service.met_in.through
    for told in row.get("services", []):
        fields = {
            key: value for key, value in told.items() if key not in {"area", "met_in", "pop_up"}
        }
        service = Service(
            pk=reserve(Service, 1)[0], ref=chance.ref(), organisation=organisation, **fields
        )
        yield service
        for code in _codes(told["area"], places):
            yield through(service_id=service.pk, municipality_id=places[code].pk)
        for code in told.get("met_in", "").split():
            yield met_in(service_id=service.pk, municipality_id=places[code].pk)
        if "pop_up" in told:
            yield from _pop_ups(service, told["pop_up"], places, days)


def _codes(area: str, places: dict[str, Municipality]) -> list[str]:
    return list(places) if area == "all" else (NORTH if area == "north" else area).split()


def _pop_ups(
    service: Service, rule: dict[str, Any], places: dict[str, Municipality], days: Days
) -> Iterator[PopUpDay]:
    for day in _days_of(rule, days):
        yield PopUpDay(
            service=service,
            municipality=places[rule["municipality"]],
            place=rule["place"],
            on=day,
            opens_at=time.fromisoformat(rule["opens"]),
            closes_at=time.fromisoformat(rule["closes"]),
        )


def _days_of(rule: dict[str, Any], days: Days) -> list[date]:
    return days.nth_weekdays(
        rule["weekday"], rule["weeks"], rule["months_behind"], rule["months_ahead"]
    )
