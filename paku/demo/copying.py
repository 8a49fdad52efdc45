"""Rows by PostgreSQL's COPY, with keys taken from the tables' own sequences (so nothing need be reset afterwards)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models
from django.db.models.expressions import DatabaseDefault
from psycopg import Copy, sql

Row = Sequence[Any]


def reserve(model: type[models.Model], count: int) -> list[int]:
    """`count` unused primary keys of the model, in rising order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [row[0] for row in cursor.fetchall()]


@contextmanager
def copying(model: type[models.Model], columns: Sequence[str]) -> Iterator[Copy]:
    """What is written to it becomes rows of the model; `columns` are column names, as `author_id`.

    By way of a temporary table: COPY itself is not allowed where row-level policies stand.
    """
    table = sql.Identifier(model._meta.db_table)
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    like = "CREATE TEMPORARY TABLE arriving ON COMMIT DROP AS SELECT {} FROM {} LIMIT 0"
    with connection.cursor() as cursor:
        run = cursor.connection.cursor().execute
        run(sql.SQL(like).format(names, table))
        with cursor.copy(sql.SQL("COPY arriving ({}) FROM STDIN").format(names)) as copy:
            yield copy
        run(sql.SQL("INSERT INTO {} ({}) SELECT {} FROM arriving").format(table, names, names))
        run("DROP TABLE arriving")


def copy_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write tuples in the order of `columns`."""
    with copying(model, columns) as copy:
        for row in rows:
            copy.write_row(row)


def copy_models(instances: Iterable[models.Model]) -> None:
    """Write unsaved instances model by model, in the order in which each model first appears.

    Keys must be set (`reserve`) or left to the database; instants that Django would fill in
    (`auto_now_add`) are written as they stand, so a history can be told with its own times.
    """
    by_model: defaultdict[type[models.Model], list[models.Model]] = defaultdict(list)
    for instance in instances:
        by_model[type(instance)].append(instance)
    for model, rows in by_model.items():
        _copy_one_model(model, rows)


def _copy_one_model(model: type[models.Model], instances: list[models.Model]) -> None:
    fields = [field for field in model._meta.concrete_fields if _is_told(field, instances[0])]
    if (
        model._meta.pk not in fields
        and model._meta.get_field("id").get_internal_type() != "UUIDField"
    ):
        for key, instance in zip(reserve(model, len(instances)), instances, strict=True):
            instance.pk = key
        fields.insert(0, model._meta.pk)
    columns = [str(field.column) for field in fields]
    copy_rows(
        model,
        columns,
        (
            [field.get_db_prep_save(getattr(one, field.attname), connection) for field in fields]
            for one in instances
        ),
    )


def _is_told(field: Any, instance: models.Model) -> bool:
    if field.generated:
        return False
    value = getattr(instance, field.attname)
    return not isinstance(value, DatabaseDefault) and not (field.primary_key and value is None)
