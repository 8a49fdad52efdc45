"""A synthetic population: teams of thirty, their clients, and years of visits, all from one seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from paku.access.models import Team, User
from paku.demo.chance import Chance
from paku.demo.copying import reserve
from paku.demo.population.keys import Keys
from paku.demo.population.person import Person
from paku.demo.population.pools import Pools, compose
from paku.demo.population.tables import Tables

CLIENTS_OF_A_WORKER = 40
WORKERS_OF_A_TEAM = 30
SINCE = "2020-01-01"
BUSY_SHARE = (
    50  # one client has a fiftieth of all visits: long files must be as quick as short ones
)


@dataclass(frozen=True)
class Worker:
    """`id` and `team` are primary keys."""

    id: int
    team: int
    name: str


class AlreadyThere(Exception):
    """The population of this seed has been made before."""


@transaction.atomic
def populate(*, clients: int, visits: int, seed: int, today: date) -> None:
    """Exactly so many clients and visits. The same arguments on the same day give the same rows, keys apart."""
    if Team.objects.filter(name=_team_name(seed, 1)).exists():
        raise AlreadyThere
    chance, tables = Chance(seed), Tables()
    pools = compose(chance)
    workers = _workers(tables, chance, pools, seed, clients)
    keys = Keys.reserved(clients=clients, visits=visits)
    person = Person(tables, keys, pools, chance, today)
    for worker, count in zip(
        _spread(workers, clients), _visits_of_each(chance, clients, visits), strict=True
    ):
        person.write(worker, count)
    tables.write()


def _team_name(seed: int, number: int) -> str:
    return f"Väestö {seed}, tiimi {number}"


def _workers(tables: Tables, chance: Chance, pools: Pools, seed: int, clients: int) -> list[Worker]:
    count = max(-(-clients // CLIENTS_OF_A_WORKER), 1)
    teams = reserve(Team, -(-count // WORKERS_OF_A_TEAM))
    for number, key in enumerate(teams, start=1):
        tables.teams.add(
            key, chance.ref(), _team_name(seed, number), "Keski-Suomen hyvinvointialue"
        )
    found = []
    for number, key in enumerate(reserve(User, count + len(teams)), start=1):
        leads = number > count
        team = teams[(number - count - 1) if leads else (number - 1) // WORKERS_OF_A_TEAM]
        name = f"{chance.choice(pools.first)} {chance.choice(pools.last)}"
        username = f"v{seed}-{number}"
        title, role = (
            ("johtava sosiaalityöntekijä", "supervisor")
            if leads
            else ("sosiaaliohjaaja", "instructor")
        )
        tables.users.add(
            key,
            chance.ref(),
            username,
            name,
            title,
            f"+35840000{number:04d}",
            f"{username}@example.org",
            f"!{username}",
            "fi",
            "t",
        )
        tables.memberships.add(key, team, role, "administrative" if leads else "arranging", SINCE)
        if not leads:
            found.append(Worker(key, team, name))
    return found


def _spread(workers: list[Worker], clients: int) -> list[Worker]:
    """Clients to workers one by one, so that loads differ by one at most."""
    return [workers[number % len(workers)] for number in range(clients)]


def _visits_of_each(chance: Chance, clients: int, visits: int) -> list[int]:
    """Uneven, as in life: many have some, some have many; the sum is exact."""
    if not clients:
        return []
    busy = visits // BUSY_SHARE if clients > 1 else visits
    weights = [0.0, *(0.15 + chance.random() ** 2 for _client in range(clients - 1))]
    total = sum(weights) or 1.0
    counts = [int((visits - busy) * weight / total) for weight in weights]
    counts[0] = busy
    for number in range(visits - sum(counts)):
        counts[1 + number % (clients - 1) if clients > 1 else 0] += 1
    return counts
