"""How set-up speaks: plain lines of progress, and failures that are one sentence. Standard library only."""

from __future__ import annotations

import time
from collections.abc import Callable


class Impossible(Exception):
    """Something that set-up or a server needs is missing; the message is one sentence for the person."""


def say(line: str) -> None:
    """One line of progress, at once."""
    print(f"Paku: {line}", flush=True)


def stopwatch() -> Callable[[], str]:
    """A function that tells how long it has been, as people say it: '4 s'."""
    start = time.monotonic()
    return lambda: f"{time.monotonic() - start:.0f} s"
