"""The application's role adds to the trail and reads it; nothing else (security 2.2 row 34)."""

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from paku.audit.chain import seal_entries
from paku.audit.models import Entry, Seal
from paku.audit.record import record

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    entry = record("audit.trail_read", by=None)
    seal_entries()
    return entry


def partition_of(entry):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM audit_entry WHERE id = %s", [entry.id])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    "table", ["audit_entry", "a partition", "audit_entry_default", "audit_seal"]
)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {} SET {} = {}",
        "DELETE FROM {}",
        "TRUNCATE {}",
        "ALTER TABLE {} DISABLE TRIGGER ALL",
        "DROP TABLE {}",
    ],
)
def test_the_application_cannot_change_what_stands(entry, table, statement):
    column = "hash" if table == "audit_seal" else "deed"
    table = partition_of(entry) if table == "a partition" else table

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table, column, column))

    assert (Entry.objects.count(), Seal.objects.count()) == (1, 1)


def test_nobody_goes_round_the_policies_by_asking_for_a_month_by_name(entry):
    statement = f"SELECT count(*) FROM {partition_of(entry)}"

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def test_the_triggers_refuse_even_the_owner(own_database):
    entry = record("audit.trail_read", by=None)
    seal_entries()

    for table, column in (
        ("audit_entry", "deed"),
        (partition_of(entry), "deed"),
        ("audit_seal", "hash"),
    ):
        for statement in ("UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {}"):
            with (
                psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner,
                pytest.raises(psycopg.errors.RestrictViolation),
            ):
                owner.execute(statement.format(table, column, column))


def test_an_entry_is_not_changed_or_removed_in_python_either(entry):
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()
