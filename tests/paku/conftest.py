"""Servers of a test's own, beside those that the suite runs on."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from paku.embedded.memory import MEMORY, has_room
from paku.embedded.postgres import Postgres


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder whose path is short enough for sockets, and which an unprivileged server may walk through."""
    with _short_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def fresh_cluster() -> Iterator[Postgres]:
    """A PostgreSQL that was just made, for the tests of one file; stopped afterwards."""
    with _short_folder() as folder:
        cluster = Postgres(folder / "cluster", durable=False)
        cluster.start()
        yield cluster
        cluster.stop()


@contextmanager
def _short_folder() -> Iterator[Path]:
    memory_or_disk = MEMORY if has_room() else None  # a cluster is thousands of files
    folder = Path(tempfile.mkdtemp(prefix="paku-test-", dir=memory_or_disk))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
