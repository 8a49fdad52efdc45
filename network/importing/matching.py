"""Which row of the directory a row of a file means: by the number of its source, else by organisation and name."""

from __future__ import annotations

from django.utils.translation import gettext as _

from network.importing.known import Known, Row, same_name
from network.importing.records import Kind, Record
from paku.kit.refusals import BadText

Home = Record | Row


class Matching:
    """One file against the directory. It remembers what the file has told already, so nothing is meant twice."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._met: dict[tuple[Kind, object], Record] = {}
        self._names: dict[tuple[object, str], Record] = {}
        self._homes: dict[str, Home] = {}  # organisations of the file, by "#number" and by name

    def organisation(self, record: Record) -> Row | None:
        """The row that is meant; None when it is new."""
        row = self._row(record, 0)
        if row is None and not (record.values.get("kind") or record.if_new.get("kind")):
            raise BadText(
                _("The organisation is not in the directory, so its kind must be told."),
                code="kind",
            )
        self._once(record, row, 0)
        _is_there(row)
        for key in (f"#{record.number}", same_name(record.name)):
            if key != "#":
                self._homes[key] = row or record
        if row is not None:
            self._homes[same_name(row.name)] = row
        return row

    def service(self, record: Record) -> tuple[Row | None, Home | None]:
        """The row that is meant, None when it is new; and whose it is."""
        if record.is_partial:
            row = self._known.numbered("service", record.number)
            if row is None:
                raise BadText(
                    _("Its service is neither in this file nor in the directory by that number."),
                    code="service",
                )
            self._once(record, row, row.organisation)
            _is_there(row)
            return row, self._known.rows["organisation"][row.organisation]
        home = self._home(record)
        row = self._row(record, home.key if isinstance(home, Row) else 0)
        if row is not None and not (isinstance(home, Row) and home.key == row.organisation):
            raise BadText(
                _("In the directory this service is another organisation's: %(name)s.")
                % {"name": self._known.rows["organisation"][row.organisation].name},
                code="moved",
            )
        self._once(record, row, home.key if isinstance(home, Row) else id(home))
        _is_there(row)
        return row, home

    def _home(self, record: Record) -> Home:
        number, name = record.organisation
        found = (
            (self._homes.get(f"#{number}") if number else None)
            or self._known.numbered("organisation", number)
            or self._homes.get(same_name(name))
            or self._known.named("organisation", name)
        )
        if found is None:
            raise BadText(
                _("Its organisation is neither in this file nor in the directory."), code="home"
            )
        _is_there(found)
        return found

    def _row(self, record: Record, organisation: int) -> Row | None:
        """By number, else by name among those that have no other number."""
        by_number = self._known.numbered(record.kind, record.number)
        if by_number is not None:
            named = self._known.named(record.kind, record.name, by_number.organisation)
            if named is not None and named.key != by_number.key and named.name == record.name:
                raise BadText(_("Another row of the directory has this name."), code="name")
            return by_number
        if record.kind == "service" and not organisation:
            return None
        row = self._known.named(record.kind, record.name, organisation)
        if row is not None and record.number and row.number:
            raise BadText(
                _("In the directory this name has another number: %(number)s.")
                % {"number": row.number},
                code="number",
            )
        return row

    def _once(self, record: Record, row: Row | None, home: object) -> None:
        """Neither the same row of the directory twice nor two new ones of the same name."""
        keys: list[tuple[Kind, object]] = [(record.kind, (home, same_name(record.name)))]
        if row is not None:
            keys.append((record.kind, row.key))
        if record.number:
            keys.append((record.kind, f"#{record.number}"))
        for key in keys:
            if earlier := self._met.get(key):
                raise BadText(
                    _("The same is already on row %(line)s.") % {"line": earlier.place.line},
                    code="again",
                )
        self._met |= dict.fromkeys(keys, record)


def _is_there(found: object) -> None:
    """A file does not open again what two people have ended."""
    if isinstance(found, Row) and found.is_over:
        raise BadText(
            _("In the directory this has ended. If it is there after all, open it again by hand: %(name)s.")
            % {"name": found.name},
            code="ended",
        )  # fmt: skip
