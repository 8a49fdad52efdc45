"""How much memory a process and its children hold at their highest, each by itself, looked at from outside."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

EVERY_SECONDS = 0.002
KIBIBYTES = 1024


class Watch:
    """While it lasts, looks at what Linux tells of the process and of each of its children; `megabytes` afterwards."""

    def __init__(self, pid: int) -> None:
        self.pid, self.megabytes = pid, 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(EVERY_SECONDS):
            for pid in (self.pid, *_children(self.pid)):
                self.megabytes = max(self.megabytes, _highest(pid))


def _children(pid: int) -> list[int]:
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def _highest(pid: int) -> float:
    """The peak that the system keeps for the process as it is now (VmHWM), or 0 when it has ended."""
    with suppress(OSError, StopIteration):
        told = Path(f"/proc/{pid}/status").read_text().splitlines()
        line = next(one for one in told if one.startswith("VmHWM:"))
        return int(line.split()[1]) / KIBIBYTES
    return 0.0
