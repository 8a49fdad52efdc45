"""Whether a person gets to a service by the ways that they told of: it comes home, by phone, near, by bus, a ride."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from network.directory.distance import Far
from network.models import Service
from network.models.mobility import Way

# kilometres as the crow flies that one gets by these; with a car of one's own any
ON_FOOT, BY_MOPED = 5, 25
DRIVES = frozenset({Way.CAR})
RIDES = (Way.LIFT, Way.TAXI, Way.SHARED_CAR, Way.ESCORTED)


def how_to_get_there(service: Service, far: Far, ways: frozenset[str] | None, reasons: Any) -> None:
    """Writes into `reasons` (`fitting.Reasons`). What comes to the person, or goes by phone, asks for no way."""
    comes = _without_going(service)
    reasons.good += comes
    if far.km is None:
        if not comes:
            reasons.arrange.append(_("where it is met is not told or measured: call and ask"))
        return
    place = {"km": far.km, "place": far.place}
    near = _("in the same place: %(place)s") if far.km == 0 else _("about %(km)s km: %(place)s")
    if ways is None:
        reasons.good.append(near % place)
        if far.km > ON_FOOT and not comes:
            reasons.arrange.append(_("how the person gets about has not been asked"))
        return
    _by_the_ways(service, far, ways, reasons, near % place, is_needed=not comes)


def _without_going(service: Service) -> list[str]:
    told = (
        _("comes to the home") if service.makes_home_visits else "",
        _("can be done remotely") if service.is_remote_possible else "",
    )
    return [words for words in told if words]


def _by_the_ways(
    service: Service, far: Far, ways: frozenset[str], reasons: Any, near: str, *, is_needed: bool
) -> None:
    if _goes_alone(far.km or 0, ways):
        reasons.good.append(near)
        return
    if not is_needed:
        return
    bus = next((one.bus for one in service.presences.all() if one.bus), "")
    rides = [str(Way(way).label) for way in RIDES if way in ways]
    if service.ride_help:
        reasons.arrange.append(
            _("%(near)s; help to get there: %(help)s") % {"near": near, "help": service.ride_help}
        )
    elif Way.BUS in ways and bus:
        reasons.arrange.append(_("%(near)s; by bus: %(bus)s") % {"near": near, "bus": bus})
    elif rides:
        reasons.arrange.append(
            _("%(near)s; agree on a ride: %(ride)s") % {"near": near, "ride": rides[0]}
        )
    elif Way.BUS in ways:
        reasons.arrange.append(_("%(near)s; the bus is not told: find out") % {"near": near})
    else:
        reasons.against.append(_("%(near)s: too far with the ways that there are") % {"near": near})


def _goes_alone(km: int, ways: frozenset[str]) -> bool:
    return (
        bool(DRIVES & ways)
        or (Way.MOPED in ways and km <= BY_MOPED)
        or (km <= ON_FOOT and bool(ways & {Way.OWN_POWER, Way.MOPED, Way.BUS, Way.NO_CAR}))
    )
