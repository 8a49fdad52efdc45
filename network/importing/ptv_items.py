"""One item of the national service directory: its names, phones, areas and hours, as records by our own table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from network.importing.cells import line
from network.importing.fields import DAYS, OF, PLACES, read_value
from network.importing.ptv_hours import hours, visits
from network.importing.records import Kind, Place, Record
from network.importing.towns import Towns
from network.models.organisation import OrganisationKind
from paku.kit.refusals import BadText

LANGUAGES = ("fi", "sv", "en")
SHORTEST_PHONE = 7  # 112, 116117 and the like are nobody's own number
KINDS = {
    "Municipality": OrganisationKind.MUNICIPALITY,
    "SotePublic": OrganisationKind.COUNTY,
    "Organization": OrganisationKind.ASSOCIATION,
    "Company": OrganisationKind.COMPANY,
    "SotePrivate": OrganisationKind.COMPANY,
}
Item = dict[str, Any]


def organisation(item: Item, place: Place, towns: Towns) -> list[Record]:
    """Its kind is a first guess, for a new one only: ours tells them apart more finely."""
    kind = KINDS.get(str(item.get("organizationType")), OrganisationKind.AUTHORITY)
    record = _record("organisation", item, place, "organizationNames")
    record.values = _read("organisation", {"phone": _phone(item.get("phoneNumbers"))}, towns)
    record.if_new = {"kind": kind.value}
    return [record]


def service(item: Item, place: Place, towns: Towns) -> list[Record]:
    record = _record("service", item, place, "serviceNames")
    record.organisation = _whose(item)
    told = {
        "about": _worded(item.get("serviceDescriptions"), "Summary"),
        "municipalities": ", ".join(_areas(item, towns)),
    }
    record.values = _read("service", told, towns)
    return [record]


def channel(item: Item, place: Place, towns: Towns) -> list[Record]:
    """What it adds to each of its services: a number, hours, a place, a way without travelling."""
    kind = str(item.get("serviceChannelType"))
    places = _places(item, towns) if kind == "ServiceLocation" else []
    when = visits(_dicts(item.get("serviceHours")))
    told = {
        "phone": _phone(item.get("phoneNumbers") or item.get("supportPhones")),
        "opening": hours(_dicts(item.get("serviceHours"))),
        PLACES: " | ".join(places),
        DAYS: " | ".join(f"{place}, {one}" for place in places[:1] for one in when),
        "is_remote_possible": "yes" if kind in ("EChannel", "Phone") else "",
        "needs_digital_identity": "yes" if item.get("requiresAuthentication") is True else "",
    }
    values = _read("service", told, towns)
    links = [_dict(link.get("service")) for link in _dicts(item.get("services"))]
    numbers = [_number(link) for link in links]
    if not numbers:
        raise BadText(_("The channel is linked to no service."), code="unlinked")
    name = title(item)
    return [
        Record(place, "service", name, number, values=dict(values), is_partial=True)
        for number in dict.fromkeys(numbers)
    ]


def title(item: Any) -> str:
    """What to call the item when something is wrong with it; anything may stand there."""
    if isinstance(item, dict):
        for names in ("organizationNames", "serviceNames", "serviceChannelNames"):
            if said := _name(item, names):
                return said.replace("\x00", "")[:150].encode("utf-8", "ignore").decode()
    return ""


def _record(kind: Kind, item: Item, place: Place, names: str) -> Record:
    name = line(150)(_name(item, names), None)
    if not name:
        raise BadText(_("It has no name."), code="name")
    return Record(place, kind, name, _number(item))


def _number(item: Item) -> str:
    try:
        return str(UUID(str(item.get("id"))))
    except ValueError:
        raise BadText(_("It has no number of the national service directory."), code="id") from None


def _name(item: Item, names: str) -> str:
    """In Finnish if there is one; by the kind of name (official or other) that the item itself asks to be shown by."""
    rows = _dicts(item.get(names))
    shown = {
        str(row.get("language")): row.get("type") for row in _dicts(item.get("displayNameType"))
    }
    for language in LANGUAGES:
        of_language = {str(row.get("type")): row for row in rows if row.get("language") == language}
        chosen = of_language.get(str(shown.get(language, "Name"))) or of_language.get("Name")
        if chosen and isinstance(chosen.get("value"), str):
            return chosen["value"]
    return ""


def _worded(rows: Any, kind: str) -> str:
    """The text of this kind in Finnish, cut at a word so that it fits."""
    said = [row for row in _dicts(rows) if row.get("type") == kind and row.get("language") == "fi"]
    text = " ".join(str(said[0].get("value") or "").split()) if said else ""
    return text if len(text) <= 300 else text[:299].rsplit(" ", 1)[0] + "…"


def _whose(item: Item) -> tuple[str, str]:
    responsible = [
        _dict(row.get("organization"))
        for row in _dicts(item.get("organizations"))
        if row.get("roleType") == "Responsible"
    ]
    found = next((one for one in (_dict(item.get("mainOrganization")), *responsible) if one), None)
    if found is None:
        raise BadText(_("It does not tell whose service it is."), code="organisation")
    return _number(found), str(found.get("name") or "")[:150]


def _phone(rows: Any) -> str:
    """The first number to ring that is somebody's own; in Finnish if there is one."""
    phones = [row for row in _dicts(rows) if row.get("type") in (None, "Phone")]
    phones.sort(key=lambda row: row.get("language") != "fi")
    for row in phones:
        digits = str(row.get("number") or "")
        if not row.get("isFinnishServiceNumber"):
            return f"{row.get('prefixNumber') or ''}{digits}"
        if len(digits.replace(" ", "")) >= SHORTEST_PHONE:
            return digits
    return ""


def _areas(item: Item, towns: Towns) -> list[str]:
    """Municipalities of the county that it serves; of the whole country = none told, which is all."""
    rows = _dicts(item.get("municipalities"))
    for area in _dicts(item.get("areas")):
        rows += _dicts(area.get("municipalities"))
    if str(item.get("areaType", "")).startswith("Nationwide") or not rows:
        return []
    ours = [str(row.get("code")) for row in rows if str(row.get("code")) in towns.by_code]
    if not ours:
        raise BadText(_("It serves no municipality of the county."), code="elsewhere")
    return ours


def _places(item: Item, towns: Towns) -> list[str]:
    """Code and street of each address in the county."""
    found = []
    for address in _dicts(item.get("addresses")):
        street = _dict(address.get("streetAddress"))
        town = street.get("municipality")
        code = str(_dict(town).get("code") if isinstance(town, dict) else town)
        if code in towns.by_code:
            where = f"{_local(street.get('street'))} {street.get('streetNumber') or ''}".strip()
            found.append(f"{code}: {where.replace('|', ' ')}" if where else code)
    return found


def _local(rows: Any) -> str:
    said = {str(row.get("language")): str(row.get("value") or "") for row in _dicts(rows)}
    return next((said[language] for language in LANGUAGES if said.get(language)), "")


def _read(of: Kind, told: dict[str, str], towns: Towns) -> dict[str, Any]:
    """By the table; what is not told is left out."""
    values = {}
    for name, raw in told.items():
        try:
            if raw:
                values[name] = read_value(of, name, raw, towns)
        except BadText as bad:
            raise BadText(f"{OF[of][name].label}: {bad.sentence}", code=bad.code) from None
    return values


def _dicts(value: Any) -> list[Item]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _dict(value: Any) -> Item:
    return value if isinstance(value, dict) else {}
