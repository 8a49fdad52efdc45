"""Watches the product's processes: one that dies is started again; one that keeps dying stops everything, with a
sentence. Stopping goes in the opposite order of starting; the database and the broker end after this, last."""

from __future__ import annotations

import subprocess
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from paku.deploy.saying import Impossible, say
from paku.embedded import ending, processes

TRIES, WITHIN = 5, 60.0  # a part that dies more often than this is broken, not unlucky


@dataclass
class Part:
    """One process of the product: its name for people, how it is called, where it writes."""

    name: str
    call: Sequence[str | Path]
    env: Mapping[str, str]
    log: Path
    cwd: Path
    child: subprocess.Popen[bytes] | None = None
    deaths: deque[float] = field(default_factory=lambda: deque(maxlen=TRIES))

    def start(self) -> None:
        """Start it; its words go to its log. What a killed one left behind (its own children) is ended first."""
        if self.child:
            processes.end_group(self.child)
        self.child = processes.spawn(self.call, env=self.env, log=self.log, cwd=self.cwd)

    def stop(self) -> None:
        """Ask it to end and wait for it."""
        if self.child:
            processes.stop(self.child)

    @property
    def has_died(self) -> bool:
        """Whether it ended without being asked."""
        return self.child is not None and self.child.poll() is not None

    @property
    def is_hopeless(self) -> bool:
        """Whether it died TRIES times within WITHIN seconds."""
        return len(self.deaths) == TRIES and self.deaths[-1] - self.deaths[0] < WITHIN


class Supervisor:
    """The parts in their order, and the servers below them that nothing can do without."""

    def __init__(
        self, parts: Sequence[Part], ground: Mapping[str, subprocess.Popen[bytes] | None]
    ) -> None:
        self.parts = list(parts)
        self.ground = ground

    def start(self) -> None:
        """Start every part that does not run yet."""
        for part in self.parts:
            if part.child is None or part.has_died:
                part.start()

    def watch(self) -> None:
        """Never returns by itself: Ctrl-C ends it, or Impossible when something cannot be kept running."""
        while True:
            self.look()
            time.sleep(0.3)

    def look(self) -> None:
        """Start again what has died; Impossible when it is hopeless or the ground is gone."""
        ending.end_if_asked()
        for name, child in self.ground.items():
            if child is not None and child.poll() is not None:
                raise Impossible(f"{name} has stopped, and without it nothing can go on.")
        for part in self.parts:
            if part.has_died:
                self._again(part)

    def stop(self) -> None:
        """The last started first."""
        for part in reversed(self.parts):
            part.stop()

    def _again(self, part: Part) -> None:
        part.deaths.append(time.monotonic())
        if part.is_hopeless:
            raise Impossible(
                f"The {part.name} keeps stopping: {_last_line(part.log)} (see {part.log})."
            )
        say(f"the {part.name} stopped unexpectedly and is started again")
        part.start()


def _last_line(log: Path) -> str:
    lines = (
        log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        if log.exists()
        else []
    )
    return lines[-1].strip() if lines else "it wrote no reason"
