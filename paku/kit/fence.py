"""Row-level policies as migration operations: the second fence, which holds when a view forgets the first."""

from __future__ import annotations

from django.db import migrations

SYSTEM = "(SELECT paku_is_system())"


def fence(table: str, seen: str, *, written: str = "") -> migrations.RunSQL:
    """Only rows for which `seen` (SQL) holds are seen or changed by the application; jobs see all.

    `written`: what a new or changed row must meet when that is something else than being seen. The owner, who
    migrates and never answers a request, is not held back.
    """
    check = f" WITH CHECK ({SYSTEM} OR {written})" if written else ""
    return migrations.RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f" CREATE POLICY fence ON {table} USING ({SYSTEM} OR {seen}){check}",
        f"DROP POLICY fence ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    )


def listed(column: str) -> str:
    """The person may stand in the user's lists."""
    return _reached("listed", column)


def followed(column: str) -> str:
    """The user works with the person, or leads those who do."""
    return _reached("followed", column)


def opened(column: str) -> str:
    """The file is open to the user today."""
    return _reached("opened", column)


def _reached(how: str, column: str) -> str:
    return (
        f"({column} = ANY ((SELECT paku_reach((SELECT paku_actor()), '{how}'))::bigint[])"
        f" OR {column} = (SELECT paku_entering()))"
    )
