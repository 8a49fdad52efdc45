"""Entries are written without waiting for the chain; the sealer catches up, whatever happens meanwhile."""

import threading
from datetime import timedelta

import psycopg
import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from paku.audit import chain
from paku.audit.models import Entry, Seal
from paku.audit.record import record
from paku.audit.tasks import seal

pytestmark = pytest.mark.django_db

LATE_ENTRY = (
    "INSERT INTO audit_entry (deed, outcome, actor_name, actor_role, actor_unit, provider, relation, purpose, reason,"
    " client_refs, object_type, object_ref, sections, recipient, ground, details, session)"
    " VALUES ('late', 'ok', '', '', '', '', '', '', '', '{}', '', '', '{}', '', '', '{}', '')"
)


def write(count: int) -> None:
    for _ in range(count):
        record("audit.trail_read", by=None)


def test_the_doorbell_seals_all_that_waits():
    write(5)

    seal()

    assert (chain.state().head.number, chain.state().unsealed) == (5, 0)


def test_sealing_goes_on_where_the_last_batch_ended():
    write(7)

    assert [chain.seal_entries(limit=3) for _ in range(4)] == [3, 3, 1, 0]
    assert chain.verify() == chain.Verdict(7, 0)


def test_two_sealers_at_once_make_one_chain(own_database):
    write(300)
    start = threading.Barrier(4)

    def sealer() -> None:
        try:
            start.wait()
            while chain.state().unsealed:
                chain.seal_entries(limit=7)
        finally:
            connection.close()

    sealers = [threading.Thread(target=sealer) for _ in range(4)]
    for thread in sealers:
        thread.start()
    for thread in sealers:
        thread.join()

    assert chain.verify() == chain.Verdict(300, 0)
    assert list(Seal.objects.values_list("number", flat=True)) == list(range(1, 301))


def test_an_entry_committed_late_is_sealed_too(own_database):
    with psycopg.connect(own_database.environment["DATABASE_URL"]) as slow:
        slow.execute(LATE_ENTRY)
        write(3)
        chain.seal_entries()
        assert chain.verify() == chain.Verdict(3, 0)
        slow.commit()

    chain.seal_entries()

    assert chain.verify() == chain.Verdict(4, 0)
    assert Seal.objects.last().entry == Entry.objects.get(deed="late").id


def test_an_imported_history_is_sealed_although_it_lies_years_back():
    write(1)
    chain.seal_entries()
    Entry.objects.create(deed="long ago", at=timezone.now() - timedelta(days=900))

    chain.seal_entries()

    assert chain.verify() == chain.Verdict(2, 0)


def test_a_sealer_that_was_stopped_for_a_week_forgets_nothing():
    """Ids tell when a row came, so ids of last week stand for last week's rows."""
    for days in (7, 6, 5, 1):
        with connection.cursor() as cursor:
            cursor.execute("SELECT uuidv7(%s)", [timedelta(days=-days)])
            Entry.objects.create(id=cursor.fetchone()[0], deed=f"{days} days ago")

    assert [chain.seal_entries(limit=1) for _ in range(5)] == [1, 1, 1, 1, 0]
    assert chain.verify() == chain.Verdict(4, 0)


def test_a_forged_id_from_the_future_does_not_stop_the_sealer():
    with connection.cursor() as cursor:
        cursor.execute("SELECT uuidv7('100 years')")
        Entry.objects.create(id=cursor.fetchone()[0], deed="from the future")
    chain.seal_entries()

    write(2)
    chain.seal_entries()

    assert chain.verify() == chain.Verdict(3, 0)


def test_the_head_is_told_outside_once_in_a_quarter_of_an_hour(caplog):
    caplog.set_level("INFO", logger="paku.audit")
    write(1)
    chain.seal_entries()
    told = [f"trail head 1:{Seal.objects.get().hash}"]
    assert caplog.messages == told

    with time_machine.travel(Seal.objects.get().sealed_at, tick=False):
        write(1)
        chain.seal_entries()
    assert caplog.messages == told

    with time_machine.travel(timezone.now() + timedelta(minutes=16), tick=False):
        write(1)
        chain.seal_entries()
    assert len(caplog.messages) == 2
