"""Monthly partitions of the trail, made ahead of time by the owner."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

# months: the demo tells three years of history; a stopped upkeep has two years to be noticed
BEHIND, AHEAD = 40, 24


def make_partitions(today: date, *, alias: str = "owner") -> int:
    """Create the missing ones from BEHIND to AHEAD months round `today`; how many were made."""
    months = [_month(today, step) for step in range(-BEHIND, AHEAD + 2)]
    made = 0
    with connections[alias].cursor() as cursor:
        for first, following in pairwise(months):
            cursor.execute("SELECT to_regclass(%s)", [_name(first)])
            if cursor.fetchone()[0] is None:
                with transaction.atomic(using=alias):
                    _make(cursor, first, following)
                made += 1
    return made


def _make(cursor: CursorWrapper, first: date, following: date) -> None:
    """One month. If the default partition holds rows of it (upkeep came too late, an imported history), they move
    into it: PostgreSQL would refuse to make the month otherwise. Their columns stay, so the chain stays whole."""
    name, of_month = _name(first), f"at >= '{first} 00:00+00' AND at < '{following} 00:00+00'"
    cursor.execute("LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE")
    cursor.execute(f"SELECT EXISTS (SELECT 1 FROM audit_entry_default WHERE {of_month})")  # noqa: S608 - dates only
    strays = cursor.fetchone()[0]
    if strays:
        cursor.execute("ALTER TABLE audit_entry DETACH PARTITION audit_entry_default")
    cursor.execute(
        f"CREATE TABLE {name} PARTITION OF audit_entry FOR VALUES FROM ('{first} 00:00+00') TO ('{following} 00:00+00')"
    )
    cursor.execute(
        f"CREATE TRIGGER {name}_is_never_emptied BEFORE TRUNCATE ON {name}"
        " FOR EACH STATEMENT EXECUTE FUNCTION paku_refuse_change()"
    )
    if strays:
        # the detached table has lost the parent's triggers, and gets them back when attached
        cursor.execute(
            f"WITH moved AS (DELETE FROM audit_entry_default WHERE {of_month} RETURNING *)"  # noqa: S608
            " INSERT INTO audit_entry SELECT * FROM moved"
        )
        cursor.execute("ALTER TABLE audit_entry ATTACH PARTITION audit_entry_default DEFAULT")


def _name(first: date) -> str:
    return f"audit_entry_{first:%Y_%m}"


def _month(today: date, step: int) -> date:
    months = today.year * 12 + today.month - 1 + step
    return date(months // 12, months % 12 + 1, 1)
