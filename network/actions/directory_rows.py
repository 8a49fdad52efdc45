"""Doing what a plan tells, and nothing else: rows made, rows changed, none taken away."""

from __future__ import annotations

from datetime import date
from typing import Any

from network.importing.days import Rule
from network.importing.fields import DAYS, PERSONS, PLACES
from network.importing.known import Row
from network.importing.plan import Line, Plan
from network.importing.towns import Towns
from network.models import (
    ContactPerson,
    ExternalRef,
    Organisation,
    PopUpDay,
    Presence,
    Service,
)

BATCH = 500
BESIDE = frozenset({"number", "municipalities", PLACES, DAYS, PERSONS})  # rows of their own


class Writing:
    """One plan being done, in the caller's transaction; `today` is the day from which told waits are as told."""

    def __init__(self, made: Plan, towns: Towns, *, today: date) -> None:
        self._made, self._towns, self._today = made, towns, today
        self._rows: dict[int, Any] = {}  # by the line of the plan

    def write(self) -> None:
        self._organisations()
        self._services()
        self._numbers()
        self._municipalities()
        self._places()
        self._days()
        self._persons()

    def _organisations(self) -> None:
        made = []
        for line in self._lines("organisation"):
            if line.known is None:
                self._rows[id(line)] = Organisation(name=line.record.name, **_plain(line))
                made.append(self._rows[id(line)])
        Organisation.objects.bulk_create(made, batch_size=BATCH)
        self._change("organisation", Organisation)

    def _services(self) -> None:
        made = []
        for line in self._lines("service"):
            if line.known is None:
                home: Any = line.home
                whose = home.row if isinstance(home, Row) else self._row(home)
                fields = self._with_day(_plain(line))
                service = Service(organisation=whose, name=line.record.name, **fields)
                self._rows[id(line)] = service
                made.append(service)
        Service.objects.bulk_create(made, batch_size=BATCH)
        self._change("service", Service)

    def _change(self, kind: str, model: Any) -> None:
        changed: list[Any] = []
        fields: set[str] = set()
        for line in self._lines(kind):
            plain = self._with_day(_plain(line)) if line.known else {}
            if line.known and plain:
                for name, value in plain.items():
                    setattr(line.known.row, name, value)
                fields |= plain.keys()
                changed.append(line.known.row)
        if changed:
            model.objects.bulk_update(changed, sorted(fields), batch_size=BATCH // 2)

    def _numbers(self) -> None:
        refs = [
            ExternalRef(
                source=self._made.source, number=number, **{line.record.kind: self._row(line)}
            )
            for line, number in self._told("number")
        ]
        ExternalRef.objects.bulk_create(refs, batch_size=BATCH)

    def _municipalities(self) -> None:
        through: Any = Service.municipalities.through
        told = [(self._row(line).pk, codes) for line, codes in self._told("municipalities")]
        through.objects.filter(service_id__in=[key for key, _codes in told]).delete()
        rows = [
            through(service_id=key, municipality_id=self._towns.by_code[code].pk)
            for key, codes in told
            for code in codes
        ]
        through.objects.bulk_create(rows, batch_size=BATCH)

    def _places(self) -> None:
        rows = []
        for line, places in self._told(PLACES):
            before = set(line.known.values[PLACES]) if line.known else set()
            for place in sorted(set(places) - before):
                code, _colon, where = place.partition(": ")
                town = self._towns.by_code[code]
                rows.append(Presence(service=self._row(line), municipality=town, place=where))
        Presence.objects.bulk_create(rows, batch_size=BATCH)

    def _days(self) -> None:
        """Every day of a rule becomes a row at once; one that is listed already stays as it is."""
        for line, rules in self._told(DAYS):
            before = line.known.values[DAYS] if line.known else []
            for rule in (Rule(*one) for one in rules if one not in before):
                series = rule.series()
                series.service, series.municipality = (
                    self._row(line),
                    self._towns.by_code[rule.code],
                )
                series.save(force_insert=True)
                same: dict[str, Any] = {
                    "service": series.service,
                    "municipality": series.municipality,
                }
                same |= {"place": rule.place, "opens_at": rule.opens, "closes_at": rule.closes}
                rows = [PopUpDay(on=day, series=series, **same) for day in series.dates()]
                PopUpDay.objects.bulk_create(rows, ignore_conflicts=True)

    def _persons(self) -> None:
        for line, persons in self._told(PERSONS):
            home = self._row(line)
            known = {one.name: one for one in home.contact_persons.all()} if line.known else {}
            for name, title, phone in persons:
                person = known.get(name) or ContactPerson(organisation=home, name=name)
                if (person.title, person.phone) != (title, phone) or person.pk is None:
                    person.title, person.phone = title, phone
                    person.save()

    def _lines(self, kind: str) -> list[Line]:
        return [
            line for line in self._made.lines if line.record.kind == kind and line.state != "same"
        ]

    def _told(self, name: str) -> list[tuple[Line, Any]]:
        return [
            (line, change.new)
            for line in self._made.lines
            for change in line.changes
            if change.field.name == name
        ]

    def _row(self, line: Line) -> Any:
        return line.known.row if line.known else self._rows[id(line)]

    def _with_day(self, fields: dict[str, Any]) -> dict[str, Any]:
        return fields | {"wait_told_on": self._today} if "usual_wait_days" in fields else fields


def _plain(line: Line) -> dict[str, Any]:
    return {
        change.field.name: change.new for change in line.changes if change.field.name not in BESIDE
    }
