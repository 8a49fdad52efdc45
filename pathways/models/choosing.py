"""Actors of the directory and places of the area, in groups to choose from; two statements each for any number."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from clients.models import Client, Municipality, Village
from network.directory.choices import choosable
from network.models import Organisation, Service

Choices = list[tuple[str, Any]]
Found = dict[str, Any]


def actors(today: date) -> tuple[Choices, Found]:
    """Choices of organisations, each with its services, old names last; and by value what a sighting then holds."""
    choices: Choices = []
    found: Found = {}
    offered = choosable(today)
    for organisation in offered.organisations:
        services = [one for one in offered.services if one.organisation_id == organisation.pk]
        whole = value_of(organisation)
        found[whole] = {"organisation": organisation}
        found |= {value_of(one): {"service": one} for one in services}
        own = [(value_of(one), one.name) for one in services]
        choices.append(_grouped(organisation.name, whole, _("the whole organisation"), own))
    return [*choices, *offered.old_names(value_of)], found


def places() -> tuple[Choices, Found]:
    """Choices of municipalities, each with its villages; and by value what a sighting then holds."""
    choices: Choices = []
    found: Found = {}
    for municipality in Municipality.objects.prefetch_related("villages"):
        villages = list(municipality.villages.all())
        whole = f"m-{municipality.code}"
        found[whole] = {"municipality": municipality}
        found |= {f"v-{one.pk}": {"municipality": municipality, "village": one} for one in villages}
        own = [(f"v-{one.pk}", one.name) for one in villages]
        choices.append(_grouped(str(municipality), whole, _("the whole municipality"), own))
    return choices, found


def value_of(partner: Organisation | Service) -> str:
    """How it stands among the choices."""
    return f"{'s' if isinstance(partner, Service) else 'o'}-{partner.ref}"


def place_of(municipality: Municipality | None, village: Village | None) -> str:
    """How the place stands among the choices; "" for none."""
    if village:
        return f"v-{village.pk}"
    return f"m-{municipality.code}" if municipality else ""


def home_of(client: Client) -> str:
    """Where the person lives, to be filled in; with turvakielto nowhere."""
    return "" if client.is_protected else place_of(client.municipality, client.village)


def _grouped(
    name: str, whole: str, all_of_it: str, parts: list[tuple[str, str]]
) -> tuple[str, Any]:
    """A group when there is something to choose between, else the name alone."""
    return (name, [(whole, f"{name}, {all_of_it}"), *parts]) if parts else (whole, name)
