"""Primary keys of a population, reserved before its first row is written."""

from __future__ import annotations

from dataclasses import dataclass

from clients.models import CareRelationship, Client
from network.models import Member, Step
from paku.demo.copying import reserve
from pathways.models import Pathway, Visit

STEP_EVERY = 4  # visits
OPEN_STEPS = (0, 1, 1, 1, 2)  # how many a client may have, as often as written
MEMBERS = 4  # of each client's network


@dataclass
class Keys:
    """Handed out from the end: `keys.visits.pop()`."""

    clients: list[int]
    cares: list[int]
    paths: list[int]
    members: list[int]
    visits: list[int]
    steps: list[int]

    @classmethod
    def reserved(cls, *, clients: int, visits: int) -> Keys:
        """Enough for so many; what is left over stays unused."""
        return cls(
            clients=reserve(Client, clients)[::-1],
            cares=reserve(CareRelationship, clients)[::-1],
            paths=reserve(Pathway, clients)[::-1],
            members=reserve(Member, MEMBERS * clients)[::-1],
            visits=reserve(Visit, visits)[::-1],
            steps=reserve(Step, visits // STEP_EVERY + max(OPEN_STEPS) * clients)[::-1],
        )


@dataclass(frozen=True)
class Known:
    """What every row of one client repeats."""

    client: int
    care: int
    path: int
    worker: int
    members: list[int]
