"""On whose behalf the database works: the setting that every row-level policy asks.

A web request names its user for the length of its transaction (`SET LOCAL`), so that a pooled connection keeps
nothing of it. A job or a command is a process of its own and names itself once per connection. Whoever names nobody
sees no row.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, Protocol

from django.db import connection, models
from django.db.backends.signals import connection_created

_process = {"name": ""}


class Entering(models.Func):
    """The user named within a query that runs anyway: `annotate(today=Entering(user.pk))` gives today in Finland."""

    function = "paku_enter"
    output_field = models.DateField()

    def __init__(self, actor: int | None = None, **extra: Any) -> None:
        super().__init__(models.Value(str(actor)), **extra)


class Entrant(Protocol):
    """Who names themselves to the database: a user."""

    def enter(self) -> date: ...


def enter(actor: int | None) -> date:
    """Name the user (or nobody) until the end of the transaction; gives today in Finland. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_enter(%s)", [str(actor or "")])
        return cursor.fetchone()[0]


@contextmanager
def in_the_name_of(actor: Entrant) -> Iterator[date]:
    """A job does what one person asked for: inside it sees and writes what they would; gives today in Finland.

    Within a transaction: when the block breaks, the rollback takes the name away.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('paku.actor', true)")
        (before,) = cursor.fetchone()
    yield actor.enter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_enter(%s)", [before or ""])


def reserve(model: type[models.Model]) -> int:
    """A new row's key, to be seen by its own transaction before anybody is related to it; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('paku.entering', nextval(pg_get_serial_sequence(%s, 'id'))::text, true)",
            [model._meta.db_table],
        )
        return int(cursor.fetchone()[0])


def let_in(key: int) -> None:
    """As `reserve`, for a row that is there already and is being taken up again; one statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('paku.entering', %s, true)", [str(key)])


def process_is(job: str) -> None:
    """This process is no web process: from now on its connections work as `system:<job>`."""
    _process["name"] = f"system:{job}"
    if connection.connection is not None:
        _name(connection)


def job() -> str:
    """Which job or command this process is; "" in a web process."""
    return _process["name"]


def listen() -> None:
    """New connections are named as the process is; those of a web process are not named at all."""
    connection_created.connect(_on_connection, dispatch_uid="paku.kit.context")


def _on_connection(connection: Any, **_: Any) -> None:
    if _process["name"]:
        _name(connection)


def _name(connection: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('paku.actor', %s, false)", [_process["name"]])
