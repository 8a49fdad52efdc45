"""A partition for each month, made ahead; a late upkeep finds its rows in the default one and moves them."""

from datetime import date, datetime, timedelta

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from paku.audit import chain
from paku.audit.models import Entry
from paku.audit.partitions import make_partitions
from paku.kit.dates import HELSINKI, today_from_database

pytestmark = pytest.mark.django_db(databases=["default", "owner"])

FAR = date(2031, 5, 1)


def home_of(entry: Entry) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM audit_entry WHERE id = %s", [entry.id])
        return cursor.fetchone()[0]


def in_far(**shift: int) -> datetime:
    return datetime(2031, 5, 10, 12, tzinfo=HELSINKI) + timedelta(**shift)


def test_this_month_and_the_next_two_years_have_their_partitions(own_database):
    today = today_from_database()

    assert make_partitions(today) == 0
    assert home_of(Entry.objects.create(deed="now")) == f"audit_entry_{today:%Y_%m}"
    assert home_of(
        Entry.objects.create(
            deed="then", at=datetime(today.year + 2, today.month, 1, 12, tzinfo=HELSINKI)
        )
    ) == (f"audit_entry_{today.year + 2}_{today:%m}")


def test_a_later_upkeep_makes_the_months_that_have_come(own_database):
    today = today_from_database()

    assert make_partitions(today + timedelta(days=62)) == 2


def test_a_month_beyond_upkeep_is_kept_in_the_default_partition(own_database):
    assert home_of(Entry.objects.create(deed="late", at=in_far())) == "audit_entry_default"


def test_rows_of_a_month_made_too_late_move_into_it_and_the_chain_stays_whole(own_database):
    strays = [Entry.objects.create(deed="late", at=in_far(days=days)) for days in range(3)]
    other = Entry.objects.create(deed="far later", at=in_far(days=3000))
    chain.seal_entries()

    make_partitions(FAR)

    assert {home_of(entry) for entry in strays} == {"audit_entry_2031_05"}
    assert home_of(other) == "audit_entry_default"
    assert chain.verify() == chain.Verdict(4, 0)


def test_after_the_move_both_partitions_only_grow(own_database):
    Entry.objects.create(deed="late", at=in_far())
    Entry.objects.create(deed="far later", at=in_far(days=3000))
    make_partitions(FAR)

    for table in ("audit_entry_2031_05", "audit_entry_default"):
        for statement in ("UPDATE {} SET deed = ''", "DELETE FROM {}", "TRUNCATE {}"):
            with (
                psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner,
                pytest.raises(psycopg.errors.RestrictViolation),
            ):
                owner.execute(statement.format(table))


def test_migrating_again_keeps_the_applications_hands_off_new_partitions(own_database):
    make_partitions(FAR)
    call_command("migrate", verbosity=0)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_or(has_table_privilege('paku_app', inhrelid, right_)) FROM pg_inherits,"
            " unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) right_"
            " WHERE inhparent = 'audit_entry'::regclass"
        )
        assert cursor.fetchone() == (False,)
