"""Row-level policies as migration operations: the second fence, which holds when a view forgets the first.

What a policy asks of the user it asks within `(SELECT …)`: once per statement, and only if a row comes so far.
"""

from __future__ import annotations

from django.db import migrations

SYSTEM = "(SELECT paku_is_system())"
ACTOR = "(SELECT paku_actor())"


def fence(table: str, seen: str, *, written: str = "") -> migrations.RunSQL:
    """Only rows for which `seen` (SQL) holds are seen or changed by the application; jobs see all.

    `written`: what a new or changed row must meet when that is something else than being seen. The owner, who
    migrates and never answers a request, is not held back.
    """
    return migrations.RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f" CREATE POLICY fence ON {table} {_rules(seen, written)}",
        f"DROP POLICY fence ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    )


def fenced_anew(table: str, seen: str, *, written: str = "") -> migrations.RunSQL:
    """Another rule in the place of the one that stood. There is no way back to a wider one."""
    return migrations.RunSQL(f"ALTER POLICY fence ON {table} {_rules(seen, written)}")


def listed(column: str) -> str:
    """The person may stand in the user's lists. Those near are few and asked first; the team's many are hashed."""
    many = f"SELECT unnest(paku_reach({ACTOR}, 'listed'))"
    return f"({_reached('followed', column)} OR {column} IN ({many}))"


def followed(column: str) -> str:
    """The user works with the person in whatever part, or leads those who do."""
    return _reached("followed", column)


def led(column: str) -> str:
    """The user answers for the person's matter, or leads those who do: no near-worker, no student."""
    return _reached("led", column)


def opened(column: str) -> str:
    """The file is open to the user today."""
    return _reached("opened", column)


def _reached(how: str, column: str) -> str:
    return (
        f"({column} = ANY ((SELECT paku_reach({ACTOR}, '{how}'))::bigint[])"
        f" OR {column} = (SELECT paku_entering()))"
    )


def _rules(seen: str, written: str) -> str:
    check = f" WITH CHECK ({SYSTEM} OR {written})" if written else ""
    return f"USING ({SYSTEM} OR {seen}){check}"
