"""A path as its stretches: each stage with its days and visits, going back included, nothing merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from pathways.models.stage import Stage


class Path(Protocol):
    """What is drawn of a path."""

    matter: str
    opened_on: date
    ended_on: date | None
    ending: str


class Move(Protocol):
    """What is drawn of a move."""

    stage: str
    on: date


class Visit(Protocol):
    """What is drawn of a visit: the day, and whether they met."""

    @property
    def on(self) -> date: ...

    @property
    def met(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stage from its move to the next. `until` is None while the path is there now."""

    number: int
    stage: Stage
    since: date
    until: date | None
    days: int
    is_back: bool
    move: Move
    met: int = 0
    tried: int = 0

    @property
    def is_now(self) -> bool:
        return self.until is None


def stretches(
    path: Path, moves: Sequence[Move], visits: Iterable[Visit], today: date
) -> list[Stretch]:
    """In the order of time. A visit on the day of a move counts to the new stage, one before the first to the first."""
    bare = _bare(path, moves, today)
    counts = [[0, 0] for _ in bare]
    for visit in visits:
        if bare:
            counts[_at(bare, visit.on)][0 if visit.met else 1] += 1
    return [
        replace(stretch, met=met, tried=tried)
        for stretch, (met, tried) in zip(bare, counts, strict=True)
    ]


def _bare(path: Path, moves: Sequence[Move], today: date) -> list[Stretch]:
    if not moves:
        return []
    found: list[Stretch] = []
    ends = [move.on for move in moves[1:]] + [path.ended_on]
    for number, (move, until) in enumerate(zip(moves, ends, strict=True), start=1):
        stage = Stage(move.stage)
        back = bool(found) and stage.step < found[-1].stage.step
        days = max(((until or today) - move.on).days, 0)
        found.append(Stretch(number, stage, move.on, until, days, back, move))
    return found


def _at(bare: Sequence[Stretch], day: date) -> int:
    """The last stretch that had begun by the day."""
    begun = [place for place, stretch in enumerate(bare) if stretch.since <= day]
    return begun[-1] if begun else 0
