"""What a file says, row by row, before anything is known of the directory. Nothing here asks the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["organisation", "service"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the file: its line, and of a JSON file which item."""

    line: int
    item: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is left out, and why in a sentence."""

    place: Place
    title: str
    sentence: str


@dataclass(slots=True)
class Record:
    """One organisation or service as the file tells it. Only what is told stands in `values`.

    `organisation`: of a service, (number or "", name or ""). `if_new`: what only a new row takes. `is_partial`: adds to
    a service that must be known already (a channel of the national directory).
    """

    place: Place
    kind: Kind
    name: str = ""
    number: str = ""
    organisation: tuple[str, str] = ("", "")
    values: dict[str, Any] = field(default_factory=dict)
    if_new: dict[str, Any] = field(default_factory=dict)
    is_partial: bool = False

    def take(self, values: Mapping[str, Any]) -> str:
        """Take more values in; the name of the first field that says something else than before, or ""."""
        for name, value in values.items():
            if self.values.get(name, value) != value:
                return name
        self.values.update(values)
        return ""


@dataclass(slots=True)
class Reading:
    """A file that could be read: its records, what had to be left out, headings that nobody knows."""

    source: str
    records: list[Record] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
