"""`restore FILE`: the whole database as the backup has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

import psycopg
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from paku.audit.record import NotRecorded
from paku.backup import target
from paku.backup.key import Key
from paku.backup.loading import load
from paku.backup.reading import Reading, verify
from paku.backup.refusal import NotDone

AFTERWARDS = """Everybody has to sign in again. No mail goes out until `python3 manage.py outbox --open`.
What was done after that moment is not there: accounts ended, roles taken away, exclusions, restrictions and files
destroyed since must be ended, made and destroyed again before people are let in."""


class Command(BaseCommand):
    """Reads the whole file before it changes anything; then all of it is loaded, or nothing."""

    help = (
        "Loads a backup into an empty database, or with --for-real in place of all that is there."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--for-real", action="store_true", help="replace everything in a database in use"
        )
        parser.add_argument(
            "--other-keys",
            action="store_true",
            help="although encrypted fields cannot be read with the keys that are set",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with options["file"].open("rb") as file:
                done = _restore(file, options)
        except OSError as no:
            reason = no.strerror
            raise CommandError(f"{options['file']} cannot be read: {reason}.") from no
        except NotDone as no:
            raise CommandError(f"Nothing was restored. {no}") from no
        except NotRecorded as no:
            raise CommandError("Nothing was restored: the trail took no entry of it.") from no
        except (psycopg.Error, DatabaseError) as no:
            said = type(no).__name__
            raise CommandError(f"Nothing was restored: the database said {said}.") from no
        at = timezone.localtime(done.manifest.at)
        self.stdout.write(
            f"Restored as it was at {at:%d.%m.%Y %H.%M}: {len(done.manifest.tables)} tables, {done.rows} rows."
        )
        self.stdout.write(AFTERWARDS)
        call_command("verify_trail", stdout=self.stdout)


def _restore(file: BinaryIO, options: dict[str, Any]) -> Reading:
    key = Key.from_settings()
    manifest = verify(file, key).manifest
    manifest.fits_the_code()
    if not options["other_keys"]:
        manifest.fits_the_keys()
    target.prepare(replace=options["for_real"])
    reading = Reading(file, key)
    load(reading)
    return reading
