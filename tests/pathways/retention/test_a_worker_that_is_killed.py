"""The worker dies in the middle of a file: the file is whole, and the next ring destroys it once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from django.db import connection, connections

from paku.access.roles import Role
from pathways.actions.retention import carry_out_approved
from pathways.models import Pathway, RetentionRun, Visit
from tests.factories import (
    PathFactory,
    VisitFactory,
    approved,
    ended,
    listed,
    worker,
)

RING = """
import django
django.setup()
from paku.kit import context
context.process_is("pathways.destroy_what_is_approved")
from pathways.actions.retention import carry_out_approved
carry_out_approved()
"""
# the second file's path waits in the middle of going: its visits have gone by then
SLOW = """
CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.id = {key} THEN PERFORM pg_sleep(600); END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER wait_here BEFORE DELETE ON pathways_pathway FOR EACH ROW EXECUTE FUNCTION wait_here()
"""


def run_as_owner(sql: str) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)


def wait_until_it_sleeps() -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
            )
            if cursor.fetchone()[0]:
                return
        time.sleep(0.1)
    pytest.fail("the worker never came to the second file")


def the_database_notices() -> None:
    """At once, and not only when it next has something to say to the dead."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
            " WHERE wait_event = 'PgSleep' AND datname = current_database()"
        )


@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_leaves_no_file_half(own_database):
    first = PathFactory()
    second = PathFactory(care__team=first.care.team)
    for path in (first, second):
        VisitFactory(path=path)
        ended(path)
    two = worker(Role.SUPERVISOR, team=first.care.team), worker(Role.PRIVACY_OFFICER)
    approved(listed(first), *two)
    run_as_owner(SLOW.format(key=second.pk))

    with subprocess.Popen(
        [sys.executable, "-c", RING],
        env={**own_database.environment, "DJANGO_SETTINGS_MODULE": "paku.settings"},
    ) as ring:
        wait_until_it_sleeps()
        os.kill(ring.pid, signal.SIGKILL)

    the_database_notices()
    assert not Pathway.objects.filter(pk=first.pk).exists()
    assert Visit.objects.filter(path=second).count() == 1
    assert (RetentionRun.objects.get().files, RetentionRun.objects.get().state) == (1, "approved")

    run_as_owner("DROP TRIGGER wait_here ON pathways_pathway")
    assert (carry_out_approved(), carry_out_approved()) == (1, 0)
    assert not Visit.objects.exists()
    assert (RetentionRun.objects.get().files, RetentionRun.objects.get().state) == (2, "done")
