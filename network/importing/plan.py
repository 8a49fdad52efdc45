"""What a file would do to the directory: row by row, with what stands there now beside what would stand there.

The plan is made anew whenever it is asked for. Its fingerprint tells two plans apart: who confirms confirms the very
plan that was on the page, or nothing.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from network.importing.adding import with_what_stands
from network.importing.fields import MANY, NAME, NUMBER, OF, PERSONS, Field
from network.importing.known import Known, Row
from network.importing.matching import Matching
from network.importing.records import Fault, Kind, Reading, Record
from paku.kit.refusals import BadText

PSEUDO = {"name": NAME, "number": NUMBER, PERSONS: MANY}


@dataclass(frozen=True, slots=True)
class Change:
    """One field; `old` is None for a new row."""

    field: Field
    old: Any
    new: Any


@dataclass(slots=True)
class Line:
    """What becomes of one row of the file. `known`: the row that stands there, None for a new one."""

    record: Record
    title: str
    known: Row | None
    home: Line | Row | None
    changes: list[Change]

    @property
    def state(self) -> str:
        if self.known is None:
            return "new"
        return "changed" if self.changes else "same"


@dataclass(slots=True)
class Plan:
    """`missing`: titles of what stands in the directory and is not in the file; nothing happens to it."""

    source: str
    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def of(self, state: str) -> list[Line]:
        return [line for line in self.lines if line.state == state]

    @property
    def new(self) -> list[Line]:
        return self.of("new")

    @property
    def changed(self) -> list[Line]:
        return self.of("changed")

    @property
    def same(self) -> list[Line]:
        return self.of("same")

    @property
    def does_something(self) -> bool:
        return any(line.state != "same" for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        states = {state: len(self.of(state)) for state in ("new", "changed", "same")}
        return states | {"bad": len(self.faults), "missing": len(self.missing)}

    @property
    def fingerprint(self) -> str:
        """Of all that the page tells, in no language."""
        told = [
            [line.state, line.record.kind, line.known.key if line.known else line.title,
             [[change.field.name, change.old, change.new] for change in line.changes]]
            for line in self.lines
        ]  # fmt: skip
        left_out = [[fault.place.line, fault.place.item] for fault in self.faults]
        whole = json.dumps([told, left_out, self.missing], ensure_ascii=True)
        return hashlib.sha256(whole.encode()).hexdigest()


def plan(reading: Reading) -> Plan:
    """Compare with the directory of this moment."""
    known = Known(reading.source)
    matching = Matching(known)
    made = Plan(reading.source, faults=list(reading.faults), unknown=reading.unknown)
    homes: dict[int, Line] = {}  # by the record of the organisation
    told = {fault.place for fault in made.faults}
    for kind in ("organisation", "service"):
        for record in reading.records:
            if record.kind != kind:
                continue
            try:
                line = _line(record, matching, homes)
            except BadText as bad:
                if record.place not in told:
                    told.add(record.place)
                    made.faults.append(Fault(record.place, record.name, str(bad.sentence)))
                continue
            homes[id(record)] = line
            made.lines.append(line)
    made.faults.sort(key=lambda fault: fault.place)
    made.missing = _missing(reading, known, made)
    return made


def _line(record: Record, matching: Matching, homes: dict[int, Line]) -> Line:
    if record.kind == "organisation":
        row, home = matching.organisation(record), None
        title = row.name if row else record.name
    else:
        row, whose = matching.service(record)
        home = homes[id(whose)] if isinstance(whose, Record) else whose
        title = f"{row.name if row else record.name}, {_title_of(home)}"
    return Line(record, title, row, home, _changes(record, row))


def _title_of(home: Line | Row | None) -> str:
    return home.title if isinstance(home, Line) else home.name if home else ""


def _changes(record: Record, row: Row | None) -> list[Change]:
    told = dict(record.values)
    if record.number:
        told["number"] = record.number
        if not record.is_partial:
            told["name"] = record.name
    if row is None:
        told = record.if_new | told
        told.pop("name", None)
        return [Change(_field(record.kind, name), None, new) for name, new in told.items()]
    now = row.values | {"number": row.number, "name": row.name}
    told = with_what_stands(now, told)
    return [
        Change(_field(record.kind, name), now[name], new)
        for name, new in told.items()
        if now[name] != new
    ]


def _field(kind: Kind, name: str) -> Field:
    return OF[kind].get(name) or PSEUDO[name]


def _missing(reading: Reading, known: Known, made: Plan) -> list[str]:
    """Of the kinds that the file tells of; of the national directory only what once came from there."""
    met = {(line.record.kind, line.known.key) for line in made.lines if line.known}
    kinds = {record.kind for record in reading.records if not record.is_partial}
    return [
        row.name
        if kind == "organisation"
        else f"{row.name}, {known.rows['organisation'][row.organisation].name}"
        for kind in ("organisation", "service")
        if kind in kinds
        for row in known.rows[kind].values()
        if (kind, row.key) not in met
        and not row.is_over
        and (reading.source == "csv" or row.number)
    ]
