"""`load_demo`: the demo world, once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from paku.access.models import User
from paku.demo import world
from paku.kit.dates import today_from_database


class Command(BaseCommand):
    """A second call says that the world is there and changes nothing."""

    help = "Loads the made-up demo world: one team, sixty clients, three years of history. Once."

    def handle(self, *args: Any, **options: Any) -> None:
        if world.is_loaded():
            self.stdout.write("The demo world is there already; nothing was changed.")
            return
        if User.objects.exists() and not settings.DEMO:
            raise CommandError(
                "Nothing was loaded: others work in this database, and the password of the demo's accounts is public."
            )
        loaded = world.load(today_from_database())
        self.stdout.write(
            f"The demo world is loaded: {loaded.clients} clients, {loaded.visits} visits,"
            f" {loaded.entries} entries of the trail."
        )
