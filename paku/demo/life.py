"""What is told of one person before it becomes rows: stories and made-up lives alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

CLIENT = "client"
OWN = "own"


@dataclass
class Said:
    """Own words to one question. `heard_by` is a user name."""

    question: str
    text: str
    on: date
    heard_by: str


@dataclass
class Around:
    """A member of the network. `key` is how steps and visits name it; `user` a user name for our own workers."""

    key: str
    kind: str
    name: str
    role: str
    since: date
    tasks: str = ""
    organisation: str = ""
    user: str = ""
    phone: str = ""
    until: date | None = None


@dataclass
class Agreement:
    """A step: `doer` is CLIENT, OWN (the own worker that day) or a member's key."""

    what: str
    doer: str
    due_on: date
    done_on: date | None = None
    outcome: str = ""


@dataclass
class Encounter:
    """A visit, an attempt (`met` False) or a call, and the steps agreed on it."""

    on: date
    worker: str
    kind: str
    note: str
    said: str = ""
    met: bool = True
    minutes: int | None = None
    km: int | None = None
    present: list[str] = field(default_factory=list)
    agreed: list[Agreement] = field(default_factory=list)


@dataclass
class Turn:
    """A move to a stage; `carried_by` is a user name."""

    stage: str
    on: date
    why: str
    what_next: str
    carried_by: str


@dataclass
class Stretch:
    """A worker between two days, as own worker (until the next one comes), substitute or in a `part`."""

    worker: str
    since: date
    until: date | None = None
    part: str = ""


@dataclass
class Life:
    """`person` holds Client's own fields; the first turn opens the path on `began_on`."""

    person: dict[str, Any]
    team: str
    began_on: date
    how_began: str
    phones: list[tuple[str, str, str]] = field(default_factory=list)
    own_workers: list[Stretch] = field(default_factory=list)
    assigned: list[Stretch] = field(default_factory=list)
    substitutes: list[Stretch] = field(default_factory=list)
    words: list[Said] = field(default_factory=list)
    around: list[Around] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    encounters: list[Encounter] = field(default_factory=list)
    shut_out: tuple[str, str] | None = None  # a user name and why

    def own_worker_on(self, day: date) -> str:
        """User name of the own worker of that day."""
        for stretch in reversed(self.own_workers):
            if stretch.since <= day:
                return stretch.worker
        return self.own_workers[0].worker
