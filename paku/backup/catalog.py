"""What the database consists of, asked of its own catalog: nobody has to remember to add a new table here."""

from __future__ import annotations

from dataclasses import dataclass

from psycopg import Cursor, sql

# Sessions are void after a restore, and no copy of them lies about before it (security F23).
WITHOUT_ROWS = {"access_sitting"}

TABLES = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
AND a.attgenerated = ''
GROUP BY c.relname ORDER BY c.relname
"""
WITH_PARTITIONS = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname
"""
# A sequence may be ahead of the snapshot and never behind it: what was taken meanwhile is only left out.
SEQUENCES = """
SELECT sequencename, coalesce(last_value + increment_by, start_value) FROM pg_sequences
WHERE schemaname = 'public' ORDER BY sequencename
"""
FOREIGN_KEYS = """
SELECT k.conrelid::regclass::text, k.conname, pg_get_constraintdef(k.oid)
FROM pg_constraint k
WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0
ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Taken away before the rows come and made again, and so checked, when all are there."""

    table: str
    name: str
    definition: str


def tables(cursor: Cursor) -> dict[str, list[str]]:
    """Each table of its own (a partitioned one counts once) and the columns that can be written."""
    return dict(cursor.execute(TABLES).fetchall())


def with_partitions(cursor: Cursor) -> list[str]:
    """All of them by name, each partition too."""
    return [name for (name,) in cursor.execute(WITH_PARTITIONS).fetchall()]


def sequences(cursor: Cursor) -> dict[str, int]:
    """The number that each sequence gives next."""
    return dict(cursor.execute(SEQUENCES).fetchall())


def foreign_keys(cursor: Cursor) -> list[ForeignKey]:
    return [ForeignKey(*row) for row in cursor.execute(FOREIGN_KEYS).fetchall()]


def names(of: list[str]) -> sql.Composed:
    """Quoted, with commas."""
    return sql.SQL(", ").join(map(sql.Identifier, of))
