"""How far it is, as the crow flies, to the nearest place where a service is met: a pop-up day counts as a place.

Whose people a service serves tells nothing of where it is: the hospital serves the whole county from one town.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Any

from clients.models import Client, Municipality, Village
from network.models import PopUpDay, Service

EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Far:
    """A service and the nearest place told of it; `km` is rounded, 0 = the same place; None = no place is told."""

    service: Service
    place: Municipality | Village | None
    km: int | None
    is_pop_up: bool = False


def home_of(client: Client) -> Any:
    """Where it is measured from: the village, else the municipality; nowhere with turvakielto."""
    if client.is_protected:
        return None
    village = client.village
    has_point = (
        village is not None and village.latitude is not None and village.longitude is not None
    )
    return village if has_point else client.municipality


def distances(home: Any, today: date) -> list[Far]:
    """Of each service of the directory, the nearest first and those whose place is not told last; five statements at
    most for any number of services."""
    found = Service.objects.offered().for_distances(PopUpDay.objects.coming(today))
    far = [nearest(home, service) for service in found]
    return sorted(far, key=lambda one: (one.km is None, one.km or 0))


def nearest(home: Any, service: Service) -> Far:
    """Of the places where it is met and of its pop-up days given. The service `for_distances`."""
    fixed = [(point, False) for one in service.presences.all() if (point := one.point)]
    visited = [(day.municipality, True) for day in service.pop_up_days.all()]
    places = [(km_between(home, place), is_pop_up, place) for place, is_pop_up in fixed + visited]
    if not places:
        return Far(service, None, None)
    km, is_pop_up, place = min(places, key=lambda told: told[:2])
    return Far(service, place, round(km), is_pop_up)


def km_between(one: Any, other: Any) -> float:
    """Great circle between two points with latitude and longitude in degrees (haversine)."""
    lat1, lon1, lat2, lon2 = map(radians, _points((one, other)))
    part = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(part))


def _points(places: Iterable[Any]) -> list[float]:
    return [float(value) for place in places for value in (place.latitude, place.longitude)]
