"""A backup as it is read: first all of it, to know that it is whole; then once more, to be loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from paku.backup.envelope import opened
from paku.backup.frames import NOT_UNDERSTOOD, Kind, frames
from paku.backup.key import Key
from paku.backup.manifest import Manifest
from paku.backup.refusal import NotDone


class Reading:
    """One walk through the file, from its start. It has proved to be whole only when `tables` has come to its end."""

    def __init__(self, file: BinaryIO, key: Key) -> None:
        self.frames = frames(opened(file, key))
        self.manifest = Manifest.from_json(self._take(Kind.MANIFEST))
        self.rows = 0

    def tables(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Each table's name and its rows as COPY's text, in pieces; they must be taken before the next table."""
        for name in self.manifest.tables:
            if self._take(Kind.TABLE) != name.encode():
                raise NotDone(NOT_UNDERSTOOD)
            yield name, self._pieces()
        self._take(Kind.END)
        if next(self.frames, None) is not None:
            raise NotDone(NOT_UNDERSTOOD)

    def _pieces(self) -> Iterator[bytes]:
        rows = 0
        for kind, payload in self.frames:
            if kind is Kind.END_OF_TABLE and payload == str(rows).encode():
                self.rows += rows
                return
            if kind is not Kind.DATA:
                break
            rows += payload.count(
                b"\n"
            )  # a row is a line: COPY writes a line break within it as \n
            yield payload
        raise NotDone(NOT_UNDERSTOOD)

    def _take(self, wanted: Kind) -> bytes:
        kind, payload = next(self.frames, (None, b""))
        if kind is not wanted:
            raise NotDone(NOT_UNDERSTOOD)
        return payload


def verify(file: BinaryIO, key: Key) -> Reading:
    """Read all of it and keep nothing: NotDone unless the whole file opens and is understood."""
    reading = Reading(file, key)
    for _name, pieces in reading.tables():
        for _piece in pieces:
            pass
    return reading
