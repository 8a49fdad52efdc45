"""`populate`: a synthetic population by COPY, for measuring and for trying out large teams."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from paku.demo.population.population import AlreadyThere, populate
from paku.kit.dates import today_from_database


class Command(BaseCommand):
    """Deterministic for a seed; another seed adds beside, the same seed a second time is refused by its names."""

    help = (
        "Adds made-up teams, clients and visits by COPY: --clients 10000 --visits 100000 --seed 1."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--clients", type=int, default=10_000)
        parser.add_argument("--visits", type=int, default=100_000)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        clients, visits, seed = options["clients"], options["visits"], options["seed"]
        if clients < 1 or visits < 0:
            raise CommandError("Give at least one client, and no negative number of visits.")
        start = time.monotonic()
        try:
            populate(clients=clients, visits=visits, seed=seed, today=today_from_database())
        except AlreadyThere as error:
            raise CommandError(
                f"The population of seed {seed} is there already; choose another --seed."
            ) from error
        taken = time.monotonic() - start
        with connections["owner"].cursor() as cursor:
            cursor.execute(
                "ANALYZE"
            )  # the planner has seen nothing of all this yet; only the owner may tell it
        self.stdout.write(f"{clients} clients and {visits} visits (seed {seed}) in {taken:.1f} s.")
