"""Two databases have the same rows when these are the same."""

from __future__ import annotations

import psycopg
from psycopg import sql

from paku.backup import catalog
from tests.databases import OwnDatabase

# written by the commands themselves, after the snapshot and after the load
OF_THE_COMMANDS = "('backup.made', 'backup.restored', 'reminders.outbox_closed')"
HASH = "SELECT count(*), md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) FROM {} t {}"


def hashes(database: OwnDatabase) -> dict[str, tuple[int, str | None]]:
    """Table → how many rows, and a hash over all of them (generated columns too)."""
    with psycopg.connect(database.environment["DATABASE_OWNER_URL"]) as owner:
        return {table: _hash(owner.cursor(), table) for table in catalog.tables(owner.cursor())}


def _hash(cursor: psycopg.Cursor, table: str) -> tuple[int, str | None]:
    where = f"WHERE deed NOT IN {OF_THE_COMMANDS}" if table == "audit_entry" else ""
    statement = sql.SQL(HASH).format(sql.Identifier(table), sql.SQL(where))
    return cursor.execute(statement).fetchone()


SHAPE = """
SELECT 'trigger', tgrelid::regclass::text, tgname::text, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT 'constraint', conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) || convalidated::text
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT 'fence', oid::regclass::text, relrowsecurity::text, relacl::text FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
UNION ALL
SELECT 'policy', tablename::text, policyname::text, qual FROM pg_policies
ORDER BY 1, 2, 3, 4
"""


def shape(database: OwnDatabase) -> list[tuple[str, ...]]:
    """Triggers and whether they fire, constraints, fences, policies and rights."""
    with psycopg.connect(database.environment["DATABASE_OWNER_URL"]) as owner:
        return owner.execute(SHAPE).fetchall()
