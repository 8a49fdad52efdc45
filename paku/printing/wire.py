"""How the press and those who ask it speak: one frame there, one frame back, over one connection.

A frame is two lengths (4 bytes each, network order), a JSON object of the first length and raw bytes of the second.
Asked: ``{"title", "lang"}`` and the HTML. Answered: ``{"ok": true, "pages", "network"}`` and the PDF, or
``{"ok": false, "reason": "too_long" | "too_big" | "crashed" | "busy"}``. Standard library only: the press imports this.
"""

import json
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LENGTHS = struct.Struct("!II")
MOST_HEADER = 10_000
MOST_HTML = 4_000_000
MOST_PDF = 30_000_000


class TooBig(Exception):
    """A frame longer than the reader takes."""


def send(connection: socket.socket, header: dict[str, Any], body: bytes = b"") -> None:
    """Sends one frame."""
    text = json.dumps(header).encode()
    connection.sendall(LENGTHS.pack(len(text), len(body)) + text + body)


def receive(connection: socket.socket, *, most: int) -> tuple[dict[str, Any], bytes]:
    """Reads one frame whose body is at most `most` bytes; raises TooBig, EOFError (cut short) or ValueError."""
    header_length, body_length = LENGTHS.unpack(_exactly(connection, LENGTHS.size))
    if header_length > MOST_HEADER or body_length > most:
        raise TooBig
    header = json.loads(_exactly(connection, header_length))
    if not isinstance(header, dict):
        raise ValueError("a frame's header is an object")
    return header, _exactly(connection, body_length)


def _exactly(connection: socket.socket, length: int) -> bytes:
    got = bytearray()
    while len(got) < length:
        part = connection.recv(min(length - len(got), 1 << 20))
        if not part:
            raise EOFError
        got += part
    return bytes(got)


def parse_address(address: str) -> tuple[str, int] | Path:
    """``unix:///abs/press.sock``, ``/abs/press.sock``, ``tcp://host:port`` or ``host:port``; ValueError otherwise."""
    if address.startswith(("unix://", "/")):
        return Path(address.removeprefix("unix://"))
    host, _, port = address.removeprefix("tcp://").rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise ValueError("the press's address is unix:///a/path or tcp://host:port")
    return host.strip("[]"), int(port)


@contextmanager
def short(path: Path) -> Iterator[str]:
    """A name for a socket's path that the system accepts even where the path is longer than its 107 bytes."""
    if len(os.fsencode(path)) < 100 or not Path("/proc/self/fd").is_dir():
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def connect(address: str, *, timeout: float) -> socket.socket:
    """A connection to the press; OSError if it cannot be had."""
    place = parse_address(address)
    if isinstance(place, Path):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(timeout)
        try:
            with short(place) as name:
                connection.connect(name)
        except OSError:
            connection.close()
            raise
        return connection
    return socket.create_connection(place, timeout=timeout)
