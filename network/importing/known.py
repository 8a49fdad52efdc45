"""The directory as it stands, in the words of the table: what a file is compared with. Ten statements for any size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from network.importing.days import rule_of
from network.importing.fields import DAYS, LISTED, OF, PERSONS, PLACES
from network.importing.records import Kind
from network.models import ExternalRef, Organisation, Service
from paku.kit.folding import folded

Values = dict[str, Any]


class Row:
    """An organisation or a service: its key, its name, what it says of each field, its number in the source."""

    __slots__ = ("is_over", "key", "name", "number", "organisation", "row", "values")

    def __init__(self, row: Any, values: Values, number: str, organisation: int = 0) -> None:
        self.key: int = row.pk
        self.row, self.values, self.number, self.organisation = row, values, number, organisation
        self.name: str = row.name
        self.is_over = row.is_over


class Known:
    """Rows by number of the source, and by name."""

    def __init__(self, source: str) -> None:
        self.rows: dict[Kind, dict[int, Row]] = {"organisation": {}, "service": {}}
        self._by_number: dict[Kind, dict[str, Row]] = {"organisation": {}, "service": {}}
        self._by_name: dict[tuple[Kind, int, str], list[Row]] = defaultdict(list)
        numbers = {
            ("organisation" if ref.organisation_id else "service", ref.organisation_id or ref.service_id): ref.number
            for ref in ExternalRef.objects.filter(source=source)
        }  # fmt: skip
        for kind, row, values, organisation in _everything():
            found = Row(row, values, numbers.get((kind, row.pk), ""), organisation)
            self.rows[kind][found.key] = found
            self._by_name[kind, organisation, _name(found.name)].append(found)
            if found.number:
                self._by_number[kind][found.number] = found

    def numbered(self, kind: Kind, number: str) -> Row | None:
        return self._by_number[kind].get(number) if number else None

    def named(self, kind: Kind, name: str, organisation: int = 0) -> Row | None:
        """The one of that name; of several that differ in accents only, the one that is spelt so."""
        found = self._by_name.get((kind, organisation, _name(name)), [])
        return next(
            (row for row in found if row.name == name), found[0] if len(found) == 1 else None
        )


def same_name(name: str) -> str:
    return _name(name)


def _name(name: str) -> str:
    return " ".join(folded(name).split())


def _everything() -> Iterator[tuple[Kind, Any, Values, int]]:
    for organisation in (
        Organisation.objects.with_is_over().prefetch_related("contact_persons").order_by("pk")
    ):
        yield "organisation", organisation, _of_organisation(organisation), 0
    services = Service.objects.with_is_over().select_related("organisation").order_by("pk")
    parts = ("municipalities", "presences__municipality", "pop_up_series__municipality")
    for service in services.prefetch_related(*parts, "pop_up_days"):
        yield "service", service, _of_service(service), service.organisation_id


def _of_organisation(organisation: Any) -> Values:
    persons = [[one.name, one.title, one.phone] for one in organisation.contact_persons.all()]
    return {
        **{name: getattr(organisation, name) for name in OF["organisation"]},
        PERSONS: sorted(persons),
    }


def _of_service(service: Any) -> Values:
    plain = [name for name in OF["service"] if name not in ("municipalities", PLACES, DAYS)]
    return {
        **{name: getattr(service, name) for name in plain},
        "municipalities": sorted(town.code for town in service.municipalities.all()),
        DAYS: sorted(rule_of(series) for series in service.pop_up_series.all()),
        LISTED: {
            (day.place, day.on.isoformat(), f"{day.opens_at:%H:%M}")
            for day in service.pop_up_days.all()
        },
        PLACES: sorted({_place(presence) for presence in service.presences.all()}),
    }


def _place(presence: Any) -> str:
    code = presence.municipality.code
    return f"{code}: {presence.place}" if presence.place else str(code)
