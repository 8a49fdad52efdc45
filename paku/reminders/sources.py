"""Mechanism asks, rooms answer: each room's `reminders.py` says what is due (`@source`) and what rests (`@quiet`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from paku.reminders.nudge import Nudge

Find = Callable[[date], "QuerySet[Any]"]
Statement = tuple[str, list[Any]]

# OFFSET 0 keeps the database from working out each nudge_to again for every place that looks at it.
FOUND = """
SELECT nudge_key AS key, nudge_to AS to_id, nudge_kind AS kind, nudge_reference AS reference, nudge_due_on AS due_on
FROM (SELECT * FROM ({rows}) AS rows OFFSET 0) AS found WHERE nudge_to IS NOT NULL
"""
NOTHING = """
SELECT ''::text AS key, 0::bigint AS to_id, ''::text AS kind, NULL::uuid AS reference, NULL::date AS due_on WHERE false
"""
RESTS = (
    "NOT (kind = %s AND EXISTS (SELECT 1 FROM ({rows}) AS rests(ref) WHERE rests.ref = reference))"
)
DUE = "SELECT key, to_id, kind, reference, due_on FROM ({found}) AS found WHERE {rests}"
DUE_FOR_ONE = "SELECT * FROM ({due}) AS due WHERE to_id = %s ORDER BY due_on, key"

_sources: dict[str, Find] = {}
_quiet: dict[str, tuple[str, Find]] = {}


def source(find: Find) -> Find:
    """`find(today)` answers `nudges(…)`: everything due today or overdue, whether or not it was told before."""
    _sources[_name(find)] = find
    return find


def quiet(kind: str) -> Callable[[Find], Find]:
    """`find(today)` answers the refs (`.values("ref")`) of which nobody is nudged though the kind's own room would:
    a room above may know that the matter has ended."""

    def register(find: Find) -> Find:
        _quiet[_name(find)] = (kind, find)
        return find

    return register


def due(today: date) -> Statement:
    """All sources as one SELECT of the columns `key, to_id, kind, reference, due_on`, with its parameters."""
    found = [part for find in _sources.values() if (part := _compiled(FOUND, find(today)))]
    resting = [(kind, _compiled(RESTS, find(today))) for kind, find in _quiet.values()]
    rests = [(part[0], [kind, *part[1]]) for kind, part in resting if part]
    sql = DUE.format(
        found=" UNION ALL ".join(sql for sql, _ in found) or NOTHING,
        rests=" AND ".join(sql for sql, _ in rests) or "true",
    )
    return sql, [value for _, values in [*found, *rests] for value in values]


def nudges_for(user: Any, today: date) -> list[Nudge]:
    """What is due for one person now, the oldest first; one statement."""
    sql, values = due(today)
    with connection.cursor() as cursor:
        cursor.execute(DUE_FOR_ONE.format(due=sql), [*values, user.pk])
        return [Nudge(*row) for row in cursor.fetchall()]


def _name(find: Find) -> str:
    return f"{find.__module__}.{find.__qualname__}"


def _compiled(template: str, rows: QuerySet[Any]) -> Statement | None:
    """The query in its place, and its parameters; None when Django knows beforehand that it finds nothing."""
    try:
        sql, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return None
    return template.format(rows=sql), list(values)
