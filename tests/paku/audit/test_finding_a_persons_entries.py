"""One person's entries among a hundred thousand of three years: by index only, behind the second fence too."""

from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from django.db import connection, transaction

from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from tests.factories import today, worker

pytestmark = pytest.mark.django_db

SOUGHT = UUID("5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11")
MANY = """
INSERT INTO audit_entry (at, deed, outcome, actor_name, actor_role, actor_unit, provider, relation, purpose, reason,
  client_refs, object_type, object_ref, sections, recipient, ground, details, session)
SELECT statement_timestamp() - interval '15 minutes' * n, 'clients.opened',
  CASE n % 500 WHEN 0 THEN 'denied' ELSE 'ok' END,
  '', '', '', '', '', '', '', ARRAY[CASE n % 1000 WHEN 0 THEN %(sought)s ELSE gen_random_uuid() END], '',
  CASE n % 5000 WHEN 500 THEN %(sought)s::text ELSE '' END, '{}', '', '', '{}', ''
FROM generate_series(1, 100000) n
"""
READ = "SELECT coalesce(sum(seq_tup_read), 0) FROM pg_stat_xact_all_tables WHERE relname LIKE 'audit_entry%'"


@pytest.fixture
def _a_long_trail(own_database):
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute(MANY.replace("n % ", "n %% "), {"sought": SOUGHT})
        owner.execute("ANALYZE audit_entry")


@pytest.fixture
def officer():
    return worker(Role.PRIVACY_OFFICER)


def read_one_by_one(rows):
    """How many there are, and how many entries were looked at without an index for it."""
    with connection.cursor() as cursor:
        cursor.execute(READ)
        before = cursor.fetchone()[0]
        found = len(rows)
        cursor.execute(READ)
        return found, cursor.fetchone()[0] - before


@pytest.mark.usefixtures("_a_long_trail")
def test_a_persons_entries_are_found_without_reading_all(officer):
    with transaction.atomic():
        enter(officer.pk)

        assert read_one_by_one(Entry.objects.about(SOUGHT)) == (120, 0)
        since = today() - timedelta(days=730)
        some = Entry.objects.about(SOUGHT, since, today()).between(since, today())
        assert read_one_by_one(some)[1] == 0
        assert 70 < len(some) < 120


@pytest.mark.usefixtures("_a_long_trail")
@pytest.mark.parametrize(
    "wanted",
    [
        Entry.objects.by(SOUGHT),
        Entry.objects.filter(deed="no.such"),
        Entry.objects.refusals(),
        Entry.objects.disclosures(),
    ],
    ids=["by worker", "by kind", "refusals", "disclosures"],
)
def test_the_other_ways_of_narrowing_have_their_index_too(officer, wanted):
    with transaction.atomic():
        enter(officer.pk)

        assert read_one_by_one(wanted.all()[:40])[1] == 0


def test_ids_of_strangers_entries_lead_to_nothing(officer):
    entry = Entry.objects.create(deed="clients.opened", client_refs=[SOUGHT])
    with transaction.atomic():
        enter(worker().pk)
        assert not Entry.objects.about(SOUGHT).exists()
        enter(officer.pk)
        assert list(Entry.objects.about(SOUGHT)) == [entry]
