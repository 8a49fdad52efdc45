"""The product's own application server as a process, and a socket that speaks to it byte by byte."""

from __future__ import annotations

import socket
import struct
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from paku.embedded import processes
from paku.embedded.data_dir import CHECKOUT
from paku.embedded.parts import WEB

RESET = struct.pack("ii", 1, 0)


class Web:
    """granian as the product calls it: where it listens, and what it has said."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = folder / "web.log"
        self.environment = {**environment, "PYTHONWARNINGS": "ignore"}
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        granian = Path(sys.executable).parent / "granian"
        call = [granian, "--host", "127.0.0.1", "--port", str(self.port), *WEB.split()]
        self.process = processes.spawn(call, env=self.environment, log=self.log, cwd=CHECKOUT)
        until = time.monotonic() + 60
        while not self._answers():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < until, self.log.read_text()
            time.sleep(0.1)

    def kill(self) -> None:
        """All of it at once, whatever it was doing."""
        processes.end_group(self.process)
        self.process.wait()

    def _answers(self) -> bool:
        ask = b"GET /health/live/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        try:
            return status(self.say(ask)) == 200
        except OSError:
            return False

    def line(self, *, patience: float = 20) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=patience)

    def say(self, raw: bytes, *, ends: str = "wait") -> bytes:
        """Send the bytes; `wait` for the answer, send a `fin` and wait, or `reset` the line at once."""
        with self.line() as line:
            try:
                line.sendall(raw)
                if ends == "reset":
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                    return b""
                if ends == "fin":
                    line.shutdown(socket.SHUT_WR)
                return b"".join(iter(lambda: line.recv(65536), b""))
            except (ConnectionError, TimeoutError):
                return b""


@contextmanager
def running_web(environment: Mapping[str, str], folder: Path) -> Iterator[Web]:
    """One for a test; nothing of it is left running."""
    web = Web(environment, folder)
    try:
        yield web
    finally:
        web.kill()


def status(answer: bytes) -> int:
    """0 where the line was closed without an answer."""
    head = answer.split(b"\r\n", 1)[0].split()
    return int(head[1]) if len(head) > 1 else 0
