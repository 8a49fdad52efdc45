"""What stands inside the envelope: deflated frames, so that a table of any size passes through in pieces.

M manifest · T name of a table · D a piece of its rows as COPY's text · E how many rows it had · Z the end
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from enum import Enum

from paku.backup.envelope import Sealing
from paku.backup.refusal import NotDone

HEAD = struct.Struct(">cI")
PIECE = 64 * 1024
NOT_UNDERSTOOD = "The content of this backup is not understood."


class Kind(Enum):
    """A frame's first byte."""

    MANIFEST = b"M"
    TABLE = b"T"
    DATA = b"D"
    END_OF_TABLE = b"E"
    END = b"Z"


class Framing:
    """Writes frames; rows are gathered until a piece is full."""

    def __init__(self, sealing: Sealing) -> None:
        self.sealing = sealing
        self.deflate = zlib.compressobj(level=1)
        self.rows = bytearray()

    def frame(self, kind: Kind, payload: bytes = b"") -> None:
        """One frame, after the rows that came before it."""
        self._flush()
        self._write(kind, payload)

    def data(self, row: bytes | bytearray | memoryview) -> None:
        """A row; a large one is cut into pieces as well."""
        self.rows += row
        while len(self.rows) > PIECE:
            self._write(Kind.DATA, bytes(self.rows[:PIECE]))
            del self.rows[:PIECE]

    def finish(self) -> None:
        """The end of everything."""
        self.frame(Kind.END)
        self.sealing.write(self.deflate.flush())
        self.sealing.finish()

    def _flush(self) -> None:
        if self.rows:
            self._write(Kind.DATA, bytes(self.rows))
            self.rows.clear()

    def _write(self, kind: Kind, payload: bytes) -> None:
        head = HEAD.pack(kind.value, len(payload))
        self.sealing.write(self.deflate.compress(head) + self.deflate.compress(payload))


def frames(plain: Iterator[bytes]) -> Iterator[tuple[Kind, bytes]]:
    """Kind and payload one by one; all of `plain` has been read when it ends."""
    waiting = bytearray()
    for piece in _inflated(plain):
        waiting += piece
        while len(waiting) >= HEAD.size:
            letter, length = HEAD.unpack_from(waiting)
            if len(waiting) < HEAD.size + length:
                break
            payload = bytes(waiting[HEAD.size : HEAD.size + length])
            del waiting[: HEAD.size + length]
            yield _kind(letter), payload
    if waiting:
        raise NotDone(NOT_UNDERSTOOD)


def _inflated(plain: Iterator[bytes]) -> Iterator[bytes]:
    """In pieces of a bounded size, however well something was deflated."""
    inflate = zlib.decompressobj()
    try:
        for chunk in plain:
            rest = chunk
            while rest:
                yield inflate.decompress(rest, 4 * PIECE)
                rest = inflate.unconsumed_tail
        while not inflate.eof and (piece := inflate.decompress(inflate.unconsumed_tail, 4 * PIECE)):
            yield piece
    except zlib.error:
        raise NotDone(NOT_UNDERSTOOD) from None
    if not inflate.eof or inflate.unused_data:
        raise NotDone(NOT_UNDERSTOOD)


def _kind(letter: bytes) -> Kind:
    try:
        return Kind(letter)
    except ValueError:
        raise NotDone(NOT_UNDERSTOOD) from None
