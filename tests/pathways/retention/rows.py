"""What of a person is in the database, table by table, and what of everybody else."""

from __future__ import annotations

from django.db import connection

from clients.models import Client
from pathways.models.retention_plan import mine, table, tables


def rows_of(*people: Client) -> dict[str, int]:
    """How many rows of the people are in which table; only those that have any."""
    found = {}
    with connection.cursor() as cursor:
        for model in tables():
            condition = (
                mine(model).replace("v_who", "%(who)s").replace("v_refs", "%(refs)s::uuid[]")
            )
            cursor.execute(
                f"SELECT count(*) FROM {table(model)} t WHERE {condition}",
                {"who": [one.pk for one in people], "refs": [one.ref for one in people]},
            )
            if number := cursor.fetchone()[0]:
                found[model._meta.db_table] = number
    return found


def everything_else(*people: Client) -> dict[str, int]:
    with connection.cursor() as cursor:
        counts = {}
        for model in tables():
            cursor.execute(f"SELECT count(*) FROM {table(model)}")
            counts[model._meta.db_table] = cursor.fetchone()[0]
    mine_only = rows_of(*people)
    return {name: number - mine_only.get(name, 0) for name, number in counts.items()}
