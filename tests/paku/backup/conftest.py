"""A database with a life in it, backed up once; and others to restore it into."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from paku.audit import chain
from paku.demo import world
from paku.kit.dates import today_from_database
from tests import databases

DEMO = "paku_test_backup_demo"


def run(command: str, *words: Any, **options: Any) -> str:
    """What it said."""
    said = StringIO()
    call_command(command, *words, stdout=said, **options)
    return said.getvalue()


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[databases.OwnDatabase]:
    """The demo world with its trail, sealed; nobody changes it."""
    name = f"{DEMO}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with django_db_blocker.unblock(), databases.copied(name) as own:
        with databases.connected(name):
            settings.DEMO, before = True, settings.DEMO
            world.load(today_from_database())
            settings.DEMO = before
            while chain.seal_entries():
                pass
        yield own


@pytest.fixture(scope="package")
def backup(
    demo: databases.OwnDatabase,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The backup of the demo world."""
    file = tmp_path_factory.mktemp("backup") / "paku.backup"
    with django_db_blocker.unblock(), databases.connected(demo.name):
        run("backup", file)
    return file


@pytest.fixture
def another_backup(backup: Path, tmp_path: Path) -> Callable[[bytes], Path]:
    """A file beside, with other bytes."""

    def write(content: bytes) -> Path:
        file = tmp_path / "other.backup"
        file.write_bytes(content)
        return file

    return write
