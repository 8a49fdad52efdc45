"""Lines are cut: between the web and the database, between a browser and the web. Nothing is lost or doubled."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.paku.faults.writers import Writer, ledger, while_they_write
from tests.paku.running_web import running_web


def break_all_lines(own_database: Any) -> int:
    """What a restart of the database is to those who use it: every line to this database is cut."""
    with psycopg.connect(own_database.environment["PAKU_TEST_ADMIN_URL"], autocommit=True) as admin:
        cut = admin.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s"
            " AND pid <> pg_backend_pid()",
            [own_database.name],
        ).fetchone()
    return cut[0] if cut else 0


@pytest.fixture
def web(own_database, tmp_path):
    with running_web(own_database.environment, tmp_path) as running:
        yield running


def test_after_the_database_was_restarted_the_next_request_works(web, own_database):
    somebody = Writer(web)
    assert [somebody.look() for _ in range(8)] == [200] * 8
    connection.close()

    assert break_all_lines(own_database) > 0

    assert [somebody.look() for _ in range(8)] == [200] * 8
    assert somebody.send("heti perään") == 303
    somebody.line.close()


def test_a_database_that_breaks_under_writers_loses_and_doubles_nothing(web, own_database):
    writers = [Writer(web) for _ in range(3)]
    connection.close()

    while_they_write(writers, 12, lambda: break_all_lines(own_database))

    assert ledger(writers) == sorted(note for writer in writers for note in writer.said)


def test_a_web_server_that_is_killed_under_writers_loses_and_doubles_nothing(web):
    writers = [Writer(web) for _ in range(3)]

    def kill_and_start_again() -> None:
        web.kill()
        web.start()

    while_they_write(writers, 4, kill_and_start_again)

    assert ledger(writers) == sorted(note for writer in writers for note in writer.said)
