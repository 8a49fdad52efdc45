"""From the file into the database, in one transaction: all of it, or everything stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connections, transaction
from psycopg import Cursor, errors, sql

from paku.audit.partitions import BEHIND, make_partitions
from paku.audit.record import record
from paku.backup import catalog
from paku.backup.deeds import Deed
from paku.backup.manifest import Manifest
from paku.backup.reading import Reading
from paku.backup.refusal import NotDone
from paku.kit.dates import today_from_database
from paku.reminders import gate

# Whoever works meanwhile is waited for a little, not for ever.
SETTINGS = (
    "SET LOCAL lock_timeout = '10s'; SET LOCAL statement_timeout = 0; SET LOCAL row_security = off"
)
LEFT_BEHIND = timedelta(days=30 * BEHIND)


def load(reading: Reading) -> None:
    """Replace every row. The trail gets the restore, and the outbox is closed, in the same transaction."""
    manifest = reading.manifest
    if manifest.oldest:
        _make_old_partitions(datetime.fromisoformat(manifest.oldest).date())
    with transaction.atomic(using="owner"), connections["owner"].cursor() as connected:
        cursor = connected.connection.cursor()
        cursor.execute(SETTINGS)
        _lock(cursor)
        if not _same(catalog.tables(cursor), manifest.tables):
            raise NotDone(
                "The database's tables are not those of the backup, though its migrations are."
            )
        told = {"made_at": manifest.made_at, "tables": len(manifest.tables), **_replaced(cursor)}
        with _without_triggers(cursor), _without_foreign_keys(cursor):
            truncate = sql.SQL("TRUNCATE {}")
            cursor.execute(truncate.format(catalog.names(list(manifest.tables))))
            for table, pieces in reading.tables():
                _rows(cursor, table, manifest.tables[table], pieces)
            _set_sequences(cursor, manifest)
        told["rows"] = reading.rows
        record(Deed.RESTORED, by=None, purpose="administration", details=told, using="owner")
        gate.close(using="owner")
    with connections["owner"].cursor() as connected:
        connected.execute("ANALYZE")


def _replaced(cursor: Cursor) -> dict[str, Any]:
    """What becomes of the trail that was here, told in the one that takes its place: how long it was, and its head."""
    entries = cursor.execute("SELECT count(*) FROM audit_entry").fetchall()[0][0]
    head = cursor.execute("SELECT number, hash FROM audit_seal ORDER BY number DESC LIMIT 1")
    return {"replaced_entries": entries, "replaced_head": [f"{n}:{h}" for n, h in head.fetchall()]}


def _same(one: dict[str, list[str]], other: dict[str, list[str]]) -> bool:
    """The same tables with the same columns, in whatever order they were added."""
    return {name: sorted(columns) for name, columns in one.items()} == {
        name: sorted(columns) for name, columns in other.items()
    }


def _make_old_partitions(oldest: date) -> None:
    """Months of the trail that lie further back than a new database has partitions for."""
    day = today_from_database("owner")
    while day - LEFT_BEHIND > oldest:
        day -= LEFT_BEHIND
        make_partitions(day)


def _lock(cursor: Cursor) -> None:
    every = catalog.names(catalog.with_partitions(cursor))
    try:
        cursor.execute(sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(every))
    except errors.LockNotAvailable:
        raise NotDone(
            "Others are working in the database; nothing was changed. Stop web, worker and beat, then try again."
        ) from None


@contextmanager
def _without_triggers(cursor: Cursor) -> Iterator[None]:
    """What the triggers keep (that the trail only grows, what is derived) stands in the rows already."""
    tables = catalog.with_partitions(cursor)
    for table in tables:
        cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(sql.Identifier(table)))
    yield
    for table in tables:
        cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(sql.Identifier(table)))


@contextmanager
def _without_foreign_keys(cursor: Cursor) -> Iterator[None]:
    """Made again they are checked table by table; row by row the server would have to remember every row."""
    keys = catalog.foreign_keys(cursor)
    for key in keys:
        drop = sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}")
        cursor.execute(drop.format(sql.SQL(key.table), sql.Identifier(key.name)))
    yield
    for key in keys:
        add = sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} {}")
        name, definition = sql.Identifier(key.name), sql.SQL(key.definition)
        cursor.execute(add.format(sql.SQL(key.table), name, definition))


def _rows(cursor: Cursor, table: str, columns: list[str], pieces: Iterable[bytes]) -> None:
    rows = sql.SQL("COPY {} ({}) FROM STDIN")
    with cursor.copy(rows.format(sql.Identifier(table), catalog.names(columns))) as copy:
        for piece in pieces:
            copy.write(piece)


def _set_sequences(cursor: Cursor, manifest: Manifest) -> None:
    """By ALTER, which a rolled-back transaction takes back; setval would stay."""
    for sequence, number in manifest.sequences.items():
        restart = sql.SQL("ALTER SEQUENCE {} RESTART WITH {}")
        cursor.execute(restart.format(sql.Identifier(sequence), sql.Literal(number)))
