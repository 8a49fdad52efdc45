"""A mail server on loopback that can refuse, and workers of our own that the test starts and ends."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from paku.reminders import kill_points
from tests.databases import OwnDatabase
from tests.paku.reminders.crew import Crew
from tests.paku.reminders.post_office import PostOffice


@pytest.fixture
def post_office(settings) -> Iterator[PostOffice]:
    """A real mail server; what this process sends goes there too."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    office = PostOffice(port)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    office.open()
    yield office
    office.close()


@pytest.fixture
def crew(own_database: OwnDatabase, post_office: PostOffice, tmp_path: Path) -> Iterator[Crew]:
    """Real workers and beats on the test's own database, ended with the test."""
    hired = Crew({**own_database.environment, "EMAIL_URL": post_office.url}, tmp_path)
    yield hired
    hired.dismiss()


@pytest.fixture
def nobody_listens() -> Iterator[None]:
    """A test that listens at the kill points leaves no listener behind."""
    yield
    kill_points.stop_at(None)
