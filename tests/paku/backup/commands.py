"""The commands as processes of their own, that can be killed and can run out of room."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings

from tests.databases import OwnDatabase

WAITING = """SELECT count(*) FROM pg_locks
WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = %s)"""
OTHERS = """SELECT count(*) FROM pg_stat_activity
WHERE datname = %s AND usename = 'paku_owner' AND pid <> pg_backend_pid()"""


def command(*words: str | Path, shell: str = 'exec "$@"') -> list[str]:
    """The call; `shell` may set limits before it."""
    return ["sh", "-c", shell, "sh", sys.executable, "manage.py", *map(str, words)]


@contextmanager
def started(*words: str | Path, on: OwnDatabase) -> Iterator[subprocess.Popen[str]]:
    """While the block runs; killed afterwards if it still does."""
    process = subprocess.Popen(
        command(*words),
        cwd=settings.ROOT,
        env=on.environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def ran(
    *words: str | Path, on: OwnDatabase, shell: str = 'exec "$@"'
) -> subprocess.CompletedProcess[str]:
    """To its end."""
    call = command(*words, shell=shell)
    return subprocess.run(
        call, cwd=settings.ROOT, env=on.environment, capture_output=True, text=True, check=False
    )


def until_it_waits(process: subprocess.Popen[str], on: OwnDatabase) -> None:
    """Until somebody in the database waits for a lock, which is the process."""
    with psycopg.connect(on.environment["DATABASE_OWNER_URL"], autocommit=True) as owner:
        while owner.execute(WAITING, [on.name]).fetchone() == (0,):
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)


def until_nobody_is_there(on: OwnDatabase) -> None:
    """The server notices the death of a killed process a moment later."""
    with psycopg.connect(on.environment["DATABASE_OWNER_URL"], autocommit=True) as owner:
        while owner.execute(OTHERS, [on.name]).fetchone() != (0,):
            time.sleep(0.02)
