"""What the application's role may do in the database: all that its work needs, on the trail only insert and read."""

from __future__ import annotations

from django.db import connections, transaction
from psycopg import sql

INSERT_ONLY = ("audit_entry", "audit_seal", "printing_paper")


def grant_application(role: str, *, alias: str = "owner") -> None:
    """Give the role its rights on every table that exists now, all at once; safe to repeat after each migration."""
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        run = cursor.connection.cursor().execute
        name = sql.Identifier(role)
        run(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(name))
        run(
            sql.SQL(
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}"
            ).format(name)
        )
        run(sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(name))
        cursor.execute(
            "SELECT c.oid::regclass::text FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid"
            " WHERE c.relkind IN ('r', 'p') AND (c.relname = ANY(%s) OR i.inhparent = ANY(%s::regclass[]))",
            [list(INSERT_ONLY), [table for table in INSERT_ONLY if _exists(cursor, table)]],
        )
        for (table,) in cursor.fetchall():
            run(
                sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(
                    sql.SQL(table), name
                )
            )
        # policies stand on the whole table and hold nobody back who asks for a month of it by name
        cursor.execute(
            "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relispartition AND c.relkind = 'r'"
        )
        for (month,) in cursor.fetchall():
            run(sql.SQL("REVOKE ALL ON {} FROM {}").format(sql.SQL(month), name))
        cursor.execute(
            "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname = 'public' AND p.prosecdef"
        )
        for (function,) in cursor.fetchall():
            run(sql.SQL("REVOKE ALL ON FUNCTION {} FROM PUBLIC").format(sql.SQL(function)))
            run(sql.SQL("GRANT EXECUTE ON FUNCTION {} TO {}").format(sql.SQL(function), name))
        run(sql.SQL("REVOKE ALL ON django_migrations FROM {}").format(name))
        run(sql.SQL("GRANT SELECT ON django_migrations TO {}").format(name))


def _exists(cursor, table: str) -> bool:  # type: ignore[no-untyped-def]
    cursor.execute("SELECT to_regclass(%s)", [table])
    return cursor.fetchone()[0] is not None
