"""Real parts for every test: a copy of the migrated database, a real browser where a test asks for one, and
the ordinary case: a worker at their desk, with a path of their own client.

An ordinary test (`@pytest.mark.django_db`) runs inside one transaction that is rolled back. A test whose work other
processes or threads must see takes `own_database`: a copy of the template of its own, dropped afterwards.
`live_server`, `transactional_db` and `django_db(transaction=True)` take it by themselves; nothing is ever flushed,
for the trail forbids TRUNCATE and the code lists must stay.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import redis
from hypothesis import settings as hypothesis
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from paku.access.models import Team, User
from paku.kit import context
from pathways.models import Pathway
from tests import databases
from tests.chromium import find_chromium
from tests.desk import Desk
from tests.factories import PathFactory, worker
from tests.static_files import read_once

# what a test does besides asking for pages is done as by a job: the second fence is open to it
context.process_is("test")

# the same cases in every run, and none is a fault because the machine was slow
hypothesis.register_profile("same_cases", derandomize=True, deadline=None)
hypothesis.load_profile("same_cases")

WANT_THEIR_OWN = {"own_database", "transactional_db", "live_server"}


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: the collector of cycles need not look at them again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """One copy of the template for all the tests that roll back; the application's role throughout."""
    name = f"paku_test_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with django_db_blocker.unblock(), databases.copied(name), databases.connected(name):
        yield


@pytest.fixture(scope="session", autouse=True)
def static_files() -> Iterator[None]:
    """A thousand desks, one look at the folder of static files."""
    with read_once():
        yield


@pytest.fixture
def copied_from() -> str:
    """The template of an own database; a folder whose tests begin with more than nothing has another."""
    return databases.TEMPLATE


@pytest.fixture
def own_database(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, copied_from: str
) -> Iterator[databases.OwnDatabase]:
    """A database and an empty broker for this test alone; `.environment` leads a child process there."""
    redis.Redis.from_url(os.environ["REDIS_URL"]).flushall()
    name = f"paku_test_own_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with (
        django_db_blocker.unblock(),
        databases.copied(name, copied_from) as own,
        databases.connected(name),
    ):
        yield own


@pytest.fixture
def _django_db_helper(request: pytest.FixtureRequest) -> None:
    """pytest-django's own, but committed work goes to an own database instead of being flushed afterwards."""
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    wanted = (
        "own_database"
        if commits or WANT_THEIR_OWN & set(request.fixturenames)
        else "_django_db_helper"
    )
    request.getfixturevalue(wanted)


@pytest.fixture
def transactional_db(own_database: databases.OwnDatabase) -> None:
    """pytest-django's name for: what this test commits stays committed."""


@pytest.fixture
def client() -> Desk:
    """pytest-django's name for a browser without a window."""
    return Desk()


@pytest.fixture
def live_server(own_database: databases.OwnDatabase) -> Iterator[LiveServer]:
    """The site on a real port, on the test's own database; static files come as in production, by WhiteNoise."""
    server = LiveServer("127.0.0.1", start=False)
    server.thread.static_handler = _as_it_is
    server.start()
    yield server
    server.stop()


def _as_it_is(handler: Callable[..., Any]) -> Callable[..., Any]:
    return handler


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium found on the machine; outside CI a machine without one skips its browser tests by name."""
    found = find_chromium()
    if found is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
            "no Chromium found: install it, or name it in PAKU_CHROMIUM"
        )
    return {**browser_type_launch_args, **found}


@pytest.fixture
def ohjaaja() -> User:
    """An instructor, the own worker of `path`."""
    return worker(name="Outi Ohjaaja")


@pytest.fixture
def team(ohjaaja: User) -> Team:
    return ohjaaja.rights[0].team


@pytest.fixture
def path(ohjaaja: User, team: Team) -> Pathway:
    """An open path of the instructor's own client; a file about another situation has its own."""
    return PathFactory(care__own_worker=ohjaaja, care__team=team)


@pytest.fixture
def desk(ohjaaja: User) -> Desk:
    """The instructor at work."""
    return Desk().sit(ohjaaja)
