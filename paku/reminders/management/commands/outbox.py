"""`outbox`: whether mail goes out, and how it goes again after a restore."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from paku.reminders import gate


class Command(BaseCommand):
    """Changes nothing unless told to open; the opening stands on the trail."""

    help = "Tells whether mail is held back, as it is after a restore; --open lets it go again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--open", action="store_true", help="let mail go out from now on")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["open"] and gate.open_again():
            self.stdout.write("The outbox is open: mail goes out again.")
        elif gate.is_closed():
            self.stdout.write("The outbox is closed: no mail goes out until `outbox --open`.")
        else:
            self.stdout.write("The outbox is open; nothing was changed.")
