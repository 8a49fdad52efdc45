"""From the database into the file: one snapshot, table by table, nothing of it in memory for longer than a row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connections, transaction
from psycopg import Cursor, sql

from paku.audit.record import record
from paku.backup import catalog
from paku.backup.deeds import Deed
from paku.backup.envelope import Sealing
from paku.backup.frames import Framing, Kind
from paku.backup.key import Key
from paku.backup.landing import landing
from paku.backup.manifest import Manifest
from paku.backup.reading import verify

# No policy may leave a row out in silence, and no local custom may change how a value is written.
SNAPSHOT = """
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SET LOCAL row_security = off; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 1;
SET LOCAL bytea_output = 'hex'
"""


@dataclass(frozen=True, slots=True)
class Made:
    """What the file holds and how large it is."""

    tables: int
    rows: int
    bytes: int


def make(target: Path, key: Key) -> Made:
    """Write, read back, put on the trail, and only then put it in its place."""
    with landing(target) as file:
        framing = Framing(Sealing(file, key))
        with _snapshot() as cursor:
            manifest = Manifest.of(cursor)
            framing.frame(Kind.MANIFEST, manifest.to_json())
            for table, columns in manifest.tables.items():
                framing.frame(Kind.TABLE, table.encode())
                rows = (
                    0 if table in catalog.WITHOUT_ROWS else _rows(cursor, table, columns, framing)
                )
                framing.frame(Kind.END_OF_TABLE, str(rows).encode())
        framing.finish()
        file.flush()
        made = Made(len(manifest.tables), verify(file, key).rows, file.seek(0, 2))
        told = {"tables": made.tables, "rows": made.rows, "bytes": made.bytes, "key": key.id.hex()}
        record(Deed.MADE, by=None, purpose="administration", details=told)
    return made


@contextmanager
def _snapshot() -> Iterator[Cursor]:
    """As the owner, whom no policy holds back."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(SNAPSHOT)
        yield cursor.connection.cursor()


def _rows(cursor: Cursor, table: str, columns: list[str], framing: Framing) -> int:
    """By a query, for a partitioned table as a whole cannot be copied out before PostgreSQL 19."""
    rows = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT")
    with cursor.copy(rows.format(catalog.names(columns), sql.Identifier(table))) as copy:
        for row in copy:
            framing.data(row)
    return cursor.rowcount
