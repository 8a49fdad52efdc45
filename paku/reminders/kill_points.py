"""The places at which a worker is killed in tests, to prove that nothing is lost. Nothing listens in the product:
only a test's own worker calls `stop_at`, and no setting or file can."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Point(StrEnum):
    """In the order in which a sweep passes them."""

    NOTICES_WRITTEN = "notices written, not committed"
    BEFORE_CLAIM = "before the claim"
    AFTER_CLAIM = "after the claim"
    BEFORE_DATA = "before the mail server gets the text"
    AFTER_250 = "after the mail server took it"
    BEFORE_COMMIT = "before the mark is committed"


_listeners: list[Callable[[Point], None]] = []


def stop_at(listener: Callable[[Point], None] | None) -> None:
    """Let the test know when a point is passed; None takes the listener away."""
    _listeners[:] = [listener] if listener else []


def reached(point: Point) -> None:
    """Passed on the way; does nothing unless a test listens."""
    for listener in _listeners:
        listener(point)
