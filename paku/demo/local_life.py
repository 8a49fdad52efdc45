"""What one may just come to, what has ended, who works together where (directory.toml), and a pop-up day in use."""

from __future__ import annotations

import tomllib
from typing import Any

from clients.models import Client, Municipality
from network.models import AreaNetwork, ContactPerson, Organisation, Service, Step
from paku.demo.book import Book
from paku.demo.chance import Chance
from paku.demo.days import Days
from paku.demo.directory import FILE, codes, next_kela_day, presence, village_of

SEED = 2021
GOES, AGREED_AGO = "Lehtosaarinen", 4
WHAT = "Mennä Kelan palvelupäivään Pihtiputaan kunnantalolle, asumistuen tarkistus saman Johannan kanssa"
NOT_FIELDS = {"organisation", "area", "places"}


def tell_local_life(days: Days) -> None:
    """After the directory has been written; what is there already under its name is left as it is."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    places = {place.code: place for place in Municipality.objects.all()}
    chance = Chance(SEED)
    for row in told["belonging"]:
        _belonging(row, places, chance)
    for row in told["networks"]:
        _network(row, places, days, chance)
    for row in told["ended"]:
        _ended(row, places, days, Chance(SEED + 2))


def tell_pop_up_that_is_used(book: Book) -> None:
    """After the persons are in the database: Rami's own step leads to the next of Kela's days."""
    client = next(row for row in book.rows if isinstance(row, Client) and row.last_name == GOES)
    Step.objects.create(
        ref=Chance(SEED + 1).ref(),
        client=client,
        what=WHAT,
        due_on=next_kela_day(book.days),
        agreed_on=book.days.ago(AGREED_AGO),
        agreed_by=book.staff.users["tyontekija"],
    )


def _belonging(row: dict[str, Any], places: dict[str, Municipality], chance: Chance) -> None:
    fields = {key: value for key, value in row.items() if key not in NOT_FIELDS}
    service, is_new = Service.objects.get_or_create(
        organisation=Organisation.objects.get(name=row["organisation"]),
        name=fields.pop("name"),
        defaults=fields | {"ref": chance.ref()},
    )
    if is_new:
        service.municipalities.set([places[code] for code in codes(row["area"], places)])
        for one in row["places"]:
            presence(service, one, places, chance).save()


def _ended(
    row: dict[str, Any], places: dict[str, Municipality], days: Days, chance: Chance
) -> None:
    """What was there before the service that comes now: its old name is still asked for."""
    home = Organisation.objects.get(name=row["organisation"])
    service, is_new = Service.objects.get_or_create(
        organisation=home,
        name=row["name"],
        defaults={
            "ref": chance.ref(),
            "about": row["about"],
            "opening": row["opening"],
            "ended_on": days.ago(row["ago"]),
            "ended_why": row["why"],
            "next_service": home.services.get(name=row["instead"]),
        },
    )
    if is_new:
        service.municipalities.set([places[code] for code in codes(row["area"], places)])


def _network(
    row: dict[str, Any], places: dict[str, Municipality], days: Days, chance: Chance
) -> None:
    network, is_new = AreaNetwork.objects.get_or_create(
        name=row["name"],
        defaults={
            "ref": chance.ref(),
            "municipality": places[row["municipality"]],
            "village": village_of(row, places),
            "convener": ContactPerson.objects.filter(name=row["convener"]).first(),
            "meets": row["meets"],
            "next_on": days.ahead(row["next_in"]),
            "about": row["about"],
        },
    )
    if is_new:
        network.members.set(Organisation.objects.filter(name__in=row["members"]))
