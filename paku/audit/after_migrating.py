"""What rooms ask of the database after every migration, as its owner: each a statement that is safe to repeat."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connections

_STATEMENTS: list[str | Callable[[], str]] = []


def after_migrating(statement: str | Callable[[], str]) -> None:
    """Declare one, or what makes it when it is wanted; used by rooms when they load."""
    _STATEMENTS.append(statement)


def run_all(alias: str = "owner") -> None:
    """In the order in which they were declared."""
    with connections[alias].cursor() as cursor:
        for statement in _STATEMENTS:
            cursor.execute(statement if isinstance(statement, str) else statement())
