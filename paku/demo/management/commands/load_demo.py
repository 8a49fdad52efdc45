"""`load_demo`: the demo world, once."""

from typing import Any

from django.core.management.base import BaseCommand

from paku.demo import world
from paku.kit.dates import today_from_database


class Command(BaseCommand):
    """A second call says that the world is there and changes nothing."""

    help = "Loads the made-up demo world: one team, sixty clients, three years of history. Once."

    def handle(self, *args: Any, **options: Any) -> None:
        if world.is_loaded():
            self.stdout.write("The demo world is there already; nothing was changed.")
            return
        loaded = world.load(today_from_database())
        self.stdout.write(
            f"The demo world is loaded: {loaded.clients} clients, {loaded.visits} visits,"
            f" {loaded.entries} entries of the trail."
        )
