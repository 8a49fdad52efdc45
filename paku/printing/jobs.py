"""The papers being made in the press: who waits, which child makes what, and when it has had its time."""

import os
import select
import signal
import socket
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from paku.printing import confine, wire
from paku.printing.spares import Spare
from paku.printing.typesetting import Typesetter

if TYPE_CHECKING:
    from types import FrameType

AT_ONCE = 2
MOST_WAITING = 8


class Job:
    """One paper being made: its child, whom to answer, and until when."""

    def __init__(self, pid: int, connection: socket.socket, until: float) -> None:
        self.pid, self.connection, self.until = pid, connection, until
        self.too_long = False


class Press:
    """Takes connections, keeps at most AT_ONCE children, ends those that overrun."""

    def __init__(
        self,
        listener: socket.socket,
        typesetter: Typesetter,
        limits: confine.Limits,
        network: str,
        parent: int,
    ) -> None:
        self.listener, self.typesetter = listener, typesetter
        self.limits, self.network = limits, network
        self.spares: deque[Spare] = deque()
        self.jobs: dict[int, Job] = {}
        self.waiting: deque[socket.socket] = deque()
        self.parent = parent
        self.stopped = False
        self.bell, self.rope = socket.socketpair()
        self.listener.setblocking(False)  # whoever called may be gone again
        self.bell.setblocking(False)
        self.rope.setblocking(False)
        signal.set_wakeup_fd(self.rope.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)

    def stop(self, number: int, frame: "FrameType | None") -> None:
        self.stopped = True

    def serve(self) -> None:
        """Runs until it is told to stop or its parent is gone; no child outlives it."""
        try:
            self._begin_spares()
            while not self.stopped and os.getppid() == self.parent:
                self._turn()
        finally:
            for pid in (*self.jobs, *(spare.pid for spare in self.spares)):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)

    def _turn(self) -> None:
        ready, _, _ = select.select([self.listener, self.bell], [], [], self._patience())
        if self.bell in ready:
            self.bell.recv(4096)
        self._reap()
        if self.listener in ready:
            self._take_in()
        while self.waiting and len(self.jobs) < AT_ONCE:
            self._start(self.waiting.popleft())

    def _patience(self) -> float:
        soonest = min((job.until for job in self.jobs.values()), default=float("inf"))
        return max(0.0, min(1.0, soonest - time.monotonic()))

    def _take_in(self) -> None:
        try:
            connection, _ = self.listener.accept()
        except OSError:
            return
        if len(self.waiting) >= MOST_WAITING:
            self._refuse(connection, "busy")
        else:
            self.waiting.append(connection)

    def _start(self, connection: socket.socket) -> None:
        if _has_left(connection):
            connection.close()
            return
        spare = self.spares.popleft() if self.spares else self._spare()
        while not spare.take(connection):
            os.waitpid(spare.pid, 0)
            spare = self.spares.popleft() if self.spares else self._spare()
        self.jobs[spare.pid] = Job(spare.pid, connection, time.monotonic() + self.limits.wall)

    def _spare(self) -> Spare:
        not_its_own = [self.listener, self.bell, self.rope, *self.waiting]
        not_its_own += [job.connection for job in self.jobs.values()]
        not_its_own += [spare.channel for spare in self.spares]
        return Spare(self.typesetter, self.limits, self.network, not_its_own)

    def _begin_spares(self) -> None:
        """Begins the next children as soon as there is a processor for them."""
        while len(self.spares) + len(self.jobs) < AT_ONCE:
            self.spares.append(self._spare())

    def _reap(self) -> None:
        for pid, job in list(self.jobs.items()):
            if time.monotonic() >= job.until:
                job.too_long = True
                os.kill(pid, signal.SIGKILL)
            ended, status = os.waitpid(pid, 0 if job.too_long else os.WNOHANG)
            if not ended:
                continue
            del self.jobs[pid]
            self._begin_spares()
            if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
                job.too_long = True
            if status == 0:
                job.connection.close()
            else:
                self._refuse(job.connection, "too_long" if job.too_long else "crashed")

    def _refuse(self, connection: socket.socket, reason: str) -> None:
        connection.setblocking(False)
        with suppress(OSError):  # whoever asked may be gone
            wire.send(connection, {"ok": False, "reason": reason, "network": self.network})
        connection.close()


def _has_left(connection: socket.socket) -> bool:
    """True for one who only looked whether the press is up, or has waited too long."""
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True
