"""Workers and beats as processes of their own, started and ended by a test."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from paku.embedded import processes
from paku.embedded.data_dir import CHECKOUT

CELERY = [sys.executable, "-m", "celery", "-A", "tests.paku.reminders.stopping_worker"]


class Crew:
    """Everything that one test has running; `logs` is what they said."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.environment = environment
        self.folder = folder
        self.order = folder / "stop"
        self._children: list[subprocess.Popen[bytes]] = []

    def worker(self, **more: str) -> subprocess.Popen[bytes]:
        """One worker with one child, ready to take tasks."""
        name = f"worker{len(self._children)}"
        child = self._start(name, ["worker", "--concurrency", "1", "-n", f"{name}@%h"], more)
        until(lambda: "is ready" in self._log(name) or child.poll() is not None, f"{name} is ready")
        assert child.poll() is None, self._log(name)
        return child

    def beat(self, **more: str) -> subprocess.Popen[bytes]:
        name = f"beat{len(self._children)}"
        return self._start(name, ["beat", "-s", str(self.folder / f"{name}.schedule")], more)

    def kill_a_child_at(self, point: str, ring: Callable[[], None]) -> None:
        """Ring, wait until a child has come to the point, and end that child then and there."""
        os.kill(self.stopped_child(point, ring), signal.SIGKILL)

    def stopped_child(self, point: str, ring: Callable[[], None]) -> int:
        """The process id of the child that has come to the point after a ring, and waits there."""
        self.order.with_suffix(".new").write_text(point)
        self.order.with_suffix(".new").rename(self.order)
        ring()
        until(lambda: any(self.folder.glob("stop.[0-9]*")), f"a child comes to {point}")
        (stopped,) = self.folder.glob("stop.[0-9]*")
        stopped.unlink()
        return int(stopped.suffix.removeprefix("."))

    @property
    def logs(self) -> str:
        return "".join(
            path.read_text(encoding="utf-8") for path in sorted(self.folder.glob("*.log"))
        )

    @property
    def rings(self) -> int:
        """How many times a worker has begun a sweep."""
        return self.logs.count("takes a ring")

    def kill(self, worker: subprocess.Popen[bytes]) -> None:
        """The whole worker at once, as when the power goes."""
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def dismiss(self) -> None:
        """Nobody is left running."""
        for child in self._children:
            if child.poll() is None:
                self.kill(child)

    def _start(self, name: str, call: list[str], more: dict[str, str]) -> subprocess.Popen[bytes]:
        env = {**self.environment, "PAKU_TEST_STOP": str(self.order), **more}
        child = processes.spawn(
            [*CELERY, *call], env=env, cwd=CHECKOUT, log=self.folder / f"{name}.log"
        )
        self._children.append(child)
        return child

    def _log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(encoding="utf-8")


def until(holds: Callable[[], bool], what: str, patience: float = 180) -> None:
    """Wait until it holds; say in words what did not come."""
    deadline = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.05)
