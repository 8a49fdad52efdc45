"""The national service directory (Palvelutietovaranto): what its open interface, version 11, gives out.

Names of fields are theirs. An item tells itself what it is; one file may hold all three. What a channel tells goes to
the services that it is linked to.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from network.importing import ptv_items
from network.importing.fields import DAYS
from network.importing.json_items import TOO_LONG, is_plain, items
from network.importing.records import Fault, Place, Reading, Record
from network.importing.towns import Towns
from network.models.external_ref import Source
from paku.kit.refusals import BadText

SHAPES: dict[str, Callable[[dict[str, Any], Place, Towns], list[Record]]] = {
    "organizationNames": ptv_items.organisation,
    "serviceNames": ptv_items.service,
    "serviceChannelNames": ptv_items.channel,
}


def read_ptv(text: str, towns: Towns) -> Reading:
    """`BadText` when the file as a whole is no JSON; else what was read, item by item."""
    reading = Reading(Source.PTV)
    services: dict[str, Record] = {}
    added: list[Record] = []
    for place, item in items(text):
        title = ptv_items.title(item)
        try:
            for record in _records(item, place, towns):
                if record.is_partial:
                    added.append(record)
                    continue
                reading.records.append(record)
                if record.kind == "service":
                    services.setdefault(record.number, record)
        except BadText as bad:
            reading.faults.append(Fault(place, title, str(bad.sentence)))
    for record in added:
        _add(record, services, reading)
    return reading


def _records(item: Any, place: Place, towns: Towns) -> list[Record]:
    if item is TOO_LONG:
        raise BadText(
            _("It is longer than any honest item: half a megabyte at most."), code="too_long"
        )
    if not isinstance(item, dict) or not is_plain(item):
        raise BadText(_("This is no item of the national service directory."), code="odd")
    for shape, read in SHAPES.items():
        if shape in item:
            if item.get("publishingStatus", "Published") != "Published":
                raise BadText(_("It is not published."), code="unpublished")
            return read(item, place, towns)
    raise BadText(
        _(
            "It is no organisation, service or channel with all its data: a bare list of names is not enough."
        ),
        code="shape",
    )


def _add(told: Record, services: dict[str, Record], reading: Reading) -> None:
    """To the service in this file, or else to one that is in the directory already. Of two channels that say different
    things the first one counts, and their places are put together."""
    known = services.get(told.number)
    if known is None:
        services[told.number] = told
        reading.records.append(told)
        return
    places = {*known.values.get("places", ()), *told.values.get("places", ())}
    days = [*known.values.get(DAYS, ())]
    days += [one for one in told.values.get(DAYS, ()) if one not in days]
    known.values = told.values | known.values
    for name, value in told.values.items():
        if value is True:
            known.values[name] = True
    if days:
        known.values[DAYS] = sorted(days)
    if places:
        known.values["places"] = sorted(places)
