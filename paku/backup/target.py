"""The database that a backup is to be loaded into: may it be?"""

from __future__ import annotations

from django.core.management import call_command
from django.db import connections

from paku.backup.manifest import migrations_of_the_code
from paku.backup.refusal import NotDone

# Whoever works with Paku has an account, and whatever is done stands on the trail; a migrated database has neither.
TELL_OF_USE = ("access_user", "audit_entry")


def prepare(*, replace: bool) -> None:
    """Migrate an empty database; NotDone for one in use, unless all in it is to be replaced."""
    tables = set(_column("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
    if tables and "django_migrations" not in tables:
        raise NotDone("This database holds something else than Paku; nothing was changed.")
    if not _is_used(tables):
        call_command("migrate", verbosity=0, interactive=False)
        return
    if not replace:
        raise NotDone(
            "The database is not empty; nothing was changed."
            " With --for-real all that is in it, its trail too, is replaced: make a backup of it before."
        )
    if set(_pairs()) & migrations_of_the_code() != migrations_of_the_code():
        raise NotDone(
            "The database in use is not at this Paku's migrations; nothing was changed."
            " Restore into a new, empty database."
        )


def _is_used(tables: set[str]) -> bool:
    return any(
        _column(f"SELECT EXISTS (SELECT 1 FROM {table})")[0]  # noqa: S608 - names of our own
        for table in TELL_OF_USE
        if table in tables
    )


def _column(statement: str) -> list[str]:
    return [row[0] for row in _all(statement)]


def _pairs() -> list[tuple[str, str]]:
    return [(app, name) for app, name in _all("SELECT app, name FROM django_migrations")]


def _all(statement: str) -> list[tuple[str, ...]]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())
