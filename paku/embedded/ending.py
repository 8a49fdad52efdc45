"""Ctrl-C and SIGTERM: whatever stands in `finally` is done, and no signal is missed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_heard: list[int] = []


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """SIGTERM is Ctrl-C, and both are heard also where a shell started us in the background."""
    _heard.clear()

    def as_interrupt(number: int, _frame: FrameType | None) -> None:
        _heard.append(number)
        raise KeyboardInterrupt

    before = {
        number: signal.signal(number, as_interrupt) for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end_if_asked() -> None:
    """For loops that wait: an interrupt is swallowed by Python when it comes just while a process is started."""
    if _heard:
        raise KeyboardInterrupt
