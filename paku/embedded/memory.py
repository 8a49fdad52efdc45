"""Memory in place of a disk, for what a test run makes and drops: a copy of the database is two and a half thousand
files, and a run makes some hundred copies. The template itself stays in the data folder, for the next run.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paku.embedded.accounts import private_folder, short_name
from paku.embedded.postgres import Postgres

MEMORY = Path("/dev/shm")  # noqa: S108 - whose folder it is there is looked at
ROOM = 2 * 2**30  # a run's copies have never taken half of it
SPACE, ORDINARY = "paku_memory", "pg_default"
COPIES = """SELECT datname FROM pg_database JOIN pg_tablespace s ON s.oid = dattablespace
            WHERE spcname = 'paku_memory'"""


@contextmanager
def space(postgres: Postgres) -> Iterator[str]:
    """The tablespace that copies belong into: one in memory, or the ordinary one where there is too little room."""
    _clear(postgres)
    if not has_room():
        yield ORDINARY
        return
    folder = private_folder(folder_of(postgres), postgres.account)
    postgres.sql(f"CREATE TABLESPACE {SPACE} LOCATION '{folder}'")
    try:
        yield SPACE
    finally:
        _clear(postgres)


def discard_what_lost_it(postgres: Postgres) -> None:
    """Before the start: a cluster whose copies went with the machine's memory in the middle of a run would not start
    again. It is one for tests, so it is simply made anew."""
    links = (postgres.data / "pg_tblspc").glob("*")
    if any(link.is_symlink() and not link.exists() for link in links):
        shutil.rmtree(postgres.data)


def has_room() -> bool:
    """Whether the system keeps a folder in memory, and enough of it is free (a container often has 64 MB)."""
    if not os.access(MEMORY, os.W_OK | os.X_OK):
        return False
    found = os.statvfs(MEMORY)
    return found.f_bavail * found.f_frsize >= ROOM


def folder_of(postgres: Postgres) -> Path:
    """Only ours, by the data folder that the cluster stands in."""
    return MEMORY / f"paku-{os.geteuid()}-{short_name(postgres.folder)}"


def _clear(postgres: Postgres) -> None:
    """Away with the tablespace and all in it, also with what a killed run left behind or a restart took away; and with
    the traces of dropped databases in what all databases share, which no autovacuum clears in a cluster for tests."""
    if SPACE in postgres.sql("SELECT spcname FROM pg_tablespace").splitlines():
        for name in postgres.sql(COPIES).splitlines():
            postgres.sql(f'DROP DATABASE "{name}" WITH (FORCE)')
        postgres.sql(f"DROP TABLESPACE {SPACE}")
    shutil.rmtree(folder_of(postgres), ignore_errors=True)
    postgres.sql("VACUUM")
