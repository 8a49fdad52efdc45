"""`backup FILE`: the whole database in one encrypted file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from paku.audit.record import NotRecorded
from paku.backup.key import Key
from paku.backup.making import make
from paku.backup.refusal import NotDone


class Command(BaseCommand):
    """While others work: the file shows the database as it was at one instant."""

    help = "Writes the whole database, trail and papers included, into one encrypted file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            key = Key.from_settings()
            made = make(file, key)
        except NotDone as no:
            raise CommandError(f"No backup was made. {no}") from no
        except NotRecorded as no:
            raise CommandError("No backup was made: the trail took no entry of it.") from no
        except (psycopg.Error, DatabaseError) as no:
            raise CommandError(
                f"No backup was made: the database said {type(no).__name__}."
            ) from no
        self.stdout.write(
            f"{file}: {made.tables} tables, {made.rows} rows, {made.bytes} bytes, read back and whole."
            f" It opens only with the key {key.id.hex()} (PAKU_BACKUP_KEY); keep that, PAKU_FIELD_KEYS and"
            " PAKU_INDEX_KEY somewhere else."
        )
