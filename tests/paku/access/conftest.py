"""Signing in and what belongs to it."""

from collections.abc import Iterator

import pytest
import time_machine
from django.utils import timezone


@pytest.fixture
def still_clock() -> Iterator[None]:
    """A code lives for half a minute: here none grows old between being read and being typed."""
    with time_machine.travel(timezone.now(), tick=False):
        yield
