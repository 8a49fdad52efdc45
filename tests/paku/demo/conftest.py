"""The demo world, loaded once for the tests of a file."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from paku.demo import world
from paku.kit.dates import today_from_database


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker) -> Iterator[world.Loaded]:
    """Loaded once for all tests of a file, which only read; rolled back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world.load(today_from_database())
        transaction.set_rollback(True)
