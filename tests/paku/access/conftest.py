"""Signing in and what belongs to it."""

from collections.abc import Iterator

import pytest
import time_machine
from django.utils import timezone

from tests.paku.access.factor_codes import with_app


@pytest.fixture
def still_clock() -> Iterator[None]:
    """A code lives for half a minute: here none grows old between being read and being typed."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


@pytest.fixture
def demo(settings):
    """Without a second factor: that has tests of its own."""
    settings.DEMO = True


@pytest.fixture
def no_demo(settings):
    settings.DEMO = False


@pytest.fixture
def victim():
    """With a password, an authenticator app and recovery codes."""
    return with_app(username="kaisa.kuusi")[0]
