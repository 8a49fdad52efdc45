"""Every table that holds something of a client says in figures how long, and the runner sees it."""

from __future__ import annotations

import pytest
from django.db import connection

from clients.models import Client
from paku.kit.retention import EVENT, STARTS, declared_retention
from pathways.models.retention_plan import due, tables, unresolved
from pathways.models.retention_sql import function

# rows that belong to a person without a key, by their refs
WITHOUT_A_KEY = {"printing_paper", "pathways_alarm"}
# triggers before a row goes that let it go while a file is destroyed, or never refuse
KNOWN_TRIGGERS = {
    "paku_refuse_change", "printing_paper_stays", "pathways_document_stays",
    "network_meeting_stays", "network_meeting_part_stays", "network_correction_stays",
}  # fmt: skip


def test_every_declaration_of_a_clients_rows_can_be_computed():
    """Give the declaration `years` and `counted_from` (a start of some room), or `with_owner`."""
    assert unresolved() == []
    assert all(due(model) for model in tables())


def test_words_and_figures_say_the_same():
    """That the number is the same is asked when a declaration is made; here from what it is counted."""
    other = []
    for model in tables():
        found = declared_retention()[model]
        if found.years and found.counted_from != EVENT:
            said = f"{found.ground} {found.period}"
            if not any(words in said for words in STARTS[found.counted_from].words):
                other.append(model._meta.label)

    assert not other


@pytest.mark.django_db
def test_the_runner_knows_every_table_that_the_database_knows_to_hang_on_a_client():
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE hanging AS (SELECT 'clients_client'::regclass AS rel UNION"
            " SELECT c.conrelid::regclass FROM pg_constraint c JOIN hanging h ON c.confrelid = h.rel"
            " WHERE c.contype = 'f')"
            " SELECT rel::text FROM hanging"
        )
        known = {name for (name,) in cursor.fetchall()}

    assert {model._meta.db_table for model in tables()} == known | WITHOUT_A_KEY


def test_what_stands_on_another_row_goes_before_it():
    order = tables()

    for model in order:
        for field in model._meta.concrete_fields:
            target = field.remote_field.model if field.remote_field else None
            if target in order and target is not model:
                assert order.index(model) < order.index(target), (model, target)
    assert order[-1] is Client


@pytest.mark.django_db
def test_nothing_in_the_database_refuses_a_row_that_is_destroyed():
    """A new trigger that refuses must let go while `paku.destroying` is on (pathways/0140), and stand here."""
    names = [model._meta.db_table for model in tables()]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.tgrelid::regclass::text, p.proname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid"
            " WHERE NOT t.tgisinternal AND t.tgtype & 2 > 0 AND t.tgtype & 8 > 0"
            " AND t.tgrelid::regclass::text = ANY(%s)",
            [names],
        )
        found = cursor.fetchall()

    assert {name for _table, name in found} <= KNOWN_TRIGGERS, found


@pytest.mark.django_db
def test_the_database_goes_by_the_declarations_of_today():
    with connection.cursor() as cursor:
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'paku_destroy_rows'")
        written = cursor.fetchone()[0]

    assert written.strip() in function("default")
    assert "interval '10 years'" in written
