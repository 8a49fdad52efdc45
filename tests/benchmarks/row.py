"""One line of the table."""

from __future__ import annotations

from dataclasses import dataclass

from tests.benchmarks.measure import Ratio


@dataclass(frozen=True)
class Row:
    """One line of the table: number, what, the ceiling asked for, what was found."""

    number: str
    what: str
    ceiling: float
    found: Ratio
