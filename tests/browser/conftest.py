"""The demo world on a live server, with the real worker beside it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from paku.access.models import User
from pathways.models import Pathway
from tests import databases
from tests.browser.desks import Device, device
from tests.databases import OwnDatabase
from tests.factories import PathFactory


@pytest.fixture(autouse=True)
def demonstration(settings: Any) -> None:
    """A password opens; what production demands besides has tests of its own."""
    settings.DEMO = True


@pytest.fixture(scope="session")
def demo_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The name of a database with the demo world, loaded once; each test that walks in it gets a copy."""
    name = f"paku_test_demo_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with databases.copied(name):
        with django_db_blocker.unblock(), databases.connected(name):
            call_command("load_demo", verbosity=0)
        yield name


@pytest.fixture
def copied_from(request: pytest.FixtureRequest, copied_from: str) -> str:
    """A test that asks for the world begins with it."""
    found: str = (
        request.getfixturevalue("demo_world") if "world" in request.fixturenames else copied_from
    )
    return found


@pytest.fixture
def world(live_server: LiveServer) -> str:
    """The address of a live server that holds the demo world."""
    return live_server.url


@pytest.fixture
def path(live_server: LiveServer) -> Pathway:
    """Somebody's path, in no demo world."""
    return PathFactory(care__client__last_name="Kanarialintu")


@pytest.fixture
def worker(path: Pathway) -> User:
    """Whose path it is."""
    return path.care.own_worker


@pytest.fixture
def here(browser: Browser, live_server: LiveServer) -> Iterator[Device]:
    """The device one sits at."""
    with device(browser, live_server.url) as found:
        yield found


@pytest.fixture
def elsewhere(browser: Browser, live_server: LiveServer) -> Iterator[Device]:
    """Another one."""
    with device(browser, live_server.url) as found:
        yield found


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What browsers have reported so far of what the content policy stopped."""
    caplog.set_level(logging.WARNING, logger="paku.csp")
    return lambda: [line for line in caplog.messages if "content policy" in line]


@pytest.fixture
def celery_worker(own_database: OwnDatabase) -> Iterator[subprocess.Popen[bytes]]:
    """The real worker on the test's own database and broker."""
    command = [
        sys.executable,
        "-m",
        "celery",
        "-A",
        "paku.celery",
        "worker",
        "--concurrency",
        "1",
        "--loglevel",
        "WARNING",
    ]
    process = subprocess.Popen(command, env=own_database.environment)
    yield process
    process.terminate()
    process.wait(20)


@pytest.fixture
def soon() -> Callable[[Callable[[], object]], object]:
    """Wait until something is so; fail when it is not within 30 seconds."""

    def wait(is_so: Callable[[], object]) -> object:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            if found := is_so():
                return found
            time.sleep(0.2)
        raise AssertionError("it did not happen within 30 seconds")

    return wait
