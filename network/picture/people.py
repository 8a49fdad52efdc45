"""Whom a map shows, as plain values: it is drawn the same whether they come from rows or from a test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from network.models.tie import Sector, Strength


class Mark(StrEnum):
    """What the ledger of consents says of somebody, as a sign that needs no colour."""

    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    NOTHING = "nothing"


class Moved(StrEnum):
    """What has become of somebody between two maps, as a sign that stands before the name and needs no colour."""

    NOT = ""
    NEW = "+"
    NEARER = "↑"
    FURTHER = "↓"
    GONE = "−"


@dataclass(frozen=True, slots=True)
class Person:
    """One dot. `key` tells people of the same name apart and orders them."""

    key: int
    name: str
    sector: Sector
    ring: int
    strength: Strength
    mark: Mark = Mark.NOTHING
    moved: Moved = Moved.NOT


def in_order(people: Iterable[Person]) -> list[Person]:
    """As they are numbered: by part, the closest first, then by name."""
    parts = list(Sector)

    def place(one: Person) -> tuple[int, int, str, int]:
        return parts.index(one.sector), one.ring, one.name.casefold(), one.key

    return sorted(people, key=place)
