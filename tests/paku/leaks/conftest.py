"""One walk for all these tests, which only look at what it has left behind."""

from __future__ import annotations

import io
import logging
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import redis
from pytest_django import DjangoDbBlocker

from pathways.models import Pathway
from tests import databases
from tests.paku.leaks.walking import Walk, a_marked_path, through_everything


@dataclass(frozen=True)
class Walked:
    """What it told, where it went, and where its temporary files would lie."""

    marked: Pathway
    walk: Walk
    logged: str
    folder: Path


@pytest.fixture(scope="package")
def database(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[databases.OwnDatabase]:
    """A database and an empty broker for the walk alone."""
    redis.Redis.from_url(os.environ["REDIS_URL"]).flushall()
    name = f"paku_test_leaks_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with django_db_blocker.unblock(), databases.copied(name) as own, databases.connected(name):
        yield own


@pytest.fixture(scope="package")
def walked(
    database: databases.OwnDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walked]:
    """Everything logged meanwhile is kept, and every temporary file lies in a folder of the walk's own."""
    folder, log = tmp_path_factory.mktemp("walk"), io.StringIO()
    ear = logging.StreamHandler(log)
    ear.setFormatter(logging.Formatter("%(levelname)s %(name)s %(pathname)s %(message)s"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder))
        logging.getLogger().addHandler(ear)
        try:
            marked = a_marked_path()
            walk = through_everything(marked)
        finally:
            logging.getLogger().removeHandler(ear)
        yield Walked(marked, walk, log.getvalue(), folder)
