"""A table of our own: one row for each service with its organisation, or for an organisation alone.

Every line of the file is a row by itself, so an open quotation mark spoils its own row and no other.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from network.importing.fields import (
    COLUMNS,
    CONTACT,
    PERSONS,
    WHOSE,
    Field,
    columns_by_heading,
    heading,
)
from network.importing.persons import person_of, take_person
from network.importing.records import Fault, Place, Reading, Record
from network.importing.towns import Towns
from network.models.external_ref import Source
from paku.kit.refusals import BadText

MOST_ROWS = 5000
LONGEST_LINE = 8000
SEPARATORS = ";,\t"
NOTHING = frozenset({"-", "–", "—"})
ORGANISATION, ORGANISATION_NUMBER, SERVICE, SERVICE_NUMBER = WHOSE

Cells = dict[Field, Any]


def read_csv(text: str, towns: Towns) -> Reading:
    """`BadText` when the file as a whole cannot be read; else what was read, row by row."""
    lines = enumerate(io.StringIO(text, newline=None), 1)
    separator, columns, reading = _headings(next(lines, (1, ""))[1])
    book = _Book(reading)
    for number, cells in _rows(lines, separator):
        if number > MOST_ROWS + 1:
            raise BadText(
                _("The file has more than %(most)s rows. Bring it in parts.") % {"most": MOST_ROWS},
                code="rows",
            )
        place = Place(number)
        title = ""
        try:
            whole = _as_many(cells, columns)
            title = _title(whole)
            book.write(place, _values(whole, towns))
        except BadText as bad:
            reading.faults.append(Fault(place, title, str(bad.sentence)))
    return reading


def _headings(first: str) -> tuple[str, list[Field | None], Reading]:
    """The separator, the columns in the order of the file (None: not known) and the reading to fill."""
    known = columns_by_heading()
    separator = max(SEPARATORS, key=first.count)
    reading = Reading(Source.CSV)
    columns: list[Field | None] = []
    for said in _cells(first, separator):
        column = known.get(heading(said))
        if column is None and said.strip():
            reading.unknown.append(said.strip()[:60])
        columns.append(column)
    found = [column for column in columns if column]
    if ORGANISATION not in found:
        raise BadText(
            _("The first row must hold the headings, and among them “%(name)s”. See the template.")
            % {"name": ORGANISATION.label},
            code="headings",
        )
    if twice := next((column for column in found if found.count(column) > 1), None):
        raise BadText(
            _("The heading “%(name)s” is there twice.") % {"name": twice.label}, code="twice"
        )
    return separator, columns, reading


def _rows(
    lines: Iterator[tuple[int, str]], separator: str
) -> Iterator[tuple[int, list[str] | BadText]]:
    for number, line in lines:
        if not line.strip(f"{separator} \n"):
            continue
        try:
            yield number, _cells(line, separator)
        except BadText as bad:
            yield number, bad


def _cells(line: str, separator: str) -> list[str]:
    if len(line) > LONGEST_LINE:
        raise BadText(_("The row is too long to be one."), code="long")
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        raise BadText(
            _("A quotation mark is not closed on this row. A cell holds no line breaks."),
            code="quotes",
        ) from None


def _as_many(cells: list[str] | BadText, columns: list[Field | None]) -> dict[Field, str]:
    """The cells that say something, by column."""
    if isinstance(cells, BadText):
        raise cells
    if len(cells) != len(columns):
        raise BadText(
            _(
                "Cells: %(found)s, headings: %(due)s. A text with the separator in it stands in quotation marks."
            )
            % {"found": len(cells), "due": len(columns)},
            code="cells",
        )
    pairs = zip(columns, cells, strict=True)
    return {
        column: cell
        for column, cell in pairs
        if column and cell.strip() and cell.strip() not in NOTHING
    }


def _title(cells: dict[Field, str]) -> str:
    said = (cells.get(SERVICE), cells.get(ORGANISATION))
    return ", ".join(part.strip()[:80] for part in said if part).replace("\x00", "")


def _values(cells: dict[Field, str], towns: Towns) -> Cells:
    """Every cell read by the table; the sentence begins with the column's name."""
    found: Cells = {}
    for column, cell in cells.items():
        try:
            found[column] = column.read(cell, towns)
        except BadText as bad:
            raise BadText(f"{column.label}: {bad.sentence}", code=bad.code) from None
    if not found.get(ORGANISATION):
        raise BadText(_("The organisation is missing."), code="organisation")
    return found


class _Book:
    """Rows in, records out: an organisation once, however many rows tell of it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._organisations: dict[tuple[str, str], Record] = {}

    def write(self, place: Place, cells: Cells) -> None:
        name, number = cells[ORGANISATION], cells.get(ORGANISATION_NUMBER, "")
        told = {column.name: cells[column] for column in cells if _tells(column, "organisation")}
        service = {column.name: cells[column] for column in cells if _tells(column, "service")}
        person = person_of(cells)
        if service and SERVICE not in cells:
            raise BadText(_("The name of the service is missing."), code="service")
        home = self._organisation(place, name, number, told)
        if person:
            take_person(home.values.setdefault(PERSONS, []), person)
        if SERVICE in cells:
            self._reading.records.append(
                Record(
                    place, "service", cells[SERVICE], cells.get(SERVICE_NUMBER, ""),
                    organisation=(number, name), values=service,
                )
            )  # fmt: skip

    def _organisation(self, place: Place, name: str, number: str, told: dict[str, Any]) -> Record:
        key = (number, "" if number else heading(name))
        known = self._organisations.get(key)
        if known is None:
            known = Record(place, "organisation", name, number, values=told)
            self._organisations[key] = known
            self._reading.records.append(known)
        elif conflict := ("name" if known.name != name else known.take(told)):
            raise BadText(
                _("It tells something else of the organisation than row %(line)s: %(field)s.")
                % {"line": known.place.line, "field": _label(conflict)},
                code="conflict",
            )
        return known


def _tells(column: Field, of: str) -> bool:
    return column.of == of and column not in WHOSE + CONTACT


def _label(name: str) -> str:
    labels = (
        column.label for column in COLUMNS if (column.of, column.name) == ("organisation", name)
    )
    return str(next(labels))
