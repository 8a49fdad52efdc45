"""The encrypted file: a header, then chunks of AES-256-GCM in the STREAM construction.

    header  = "PAKUBAK" version(1) | key id (8) | salt (32)
    chunk n = AES-GCM(key derived from salt, nonce = n (11 bytes) | is it the last (1 byte), header as associated data)

A chunk that was changed, moved, left out, doubled or taken from another file does not open; nor does a file that was
cut (its last chunk is not marked as the last) or grown. Every chunk but the last holds CHUNK bytes.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag

from paku.backup.key import Key
from paku.backup.refusal import NotDone

MAGIC, VERSION = b"PAKUBAK", 1
HEADER = struct.Struct(">7sB8s32s")
CHUNK, TAG = 256 * 1024, 16


class Sealing:
    """Takes bytes of any length and writes whole chunks; `finish` writes the one that is marked as the last."""

    def __init__(self, file: BinaryIO, key: Key) -> None:
        self.file = file
        salt = os.urandom(32)
        self.header = HEADER.pack(MAGIC, VERSION, key.id, salt)
        self.cipher = key.cipher(salt)
        self.number = 0
        self.waiting = bytearray()
        file.write(self.header)

    def write(self, data: bytes) -> None:
        """Keep at most one chunk back: only at the end is it known which is the last."""
        self.waiting += data
        while len(self.waiting) > CHUNK:
            self._seal(bytes(self.waiting[:CHUNK]), last=False)
            del self.waiting[:CHUNK]

    def finish(self) -> None:
        """The rest, marked as the end."""
        self._seal(bytes(self.waiting), last=True)
        self.waiting.clear()

    def _seal(self, plain: bytes, *, last: bool) -> None:
        self.file.write(self.cipher.encrypt(_nonce(self.number, last=last), plain, self.header))
        self.number += 1


def opened(file: BinaryIO, key: Key) -> Iterator[bytes]:
    """The content from the start, chunk by chunk, each only after it has proved itself; NotDone at the first that
    does not."""
    file.seek(0)
    header = file.read(HEADER.size)
    cipher = key.cipher(_salt(header, key))
    number, piece = 0, file.read(CHUNK + TAG)
    while True:
        following = file.read(CHUNK + TAG)
        try:
            plain = cipher.decrypt(_nonce(number, last=not following), piece, header)
        except InvalidTag:
            raise NotDone(
                f"The backup is damaged, cut or has been changed: chunk {number} does not open."
            ) from None
        yield plain
        if not following:
            return
        number, piece = number + 1, following


def _salt(header: bytes, key: Key) -> bytes:
    if len(header) < HEADER.size or not header.startswith(MAGIC):
        raise NotDone("This file is not a backup of Paku.")
    _magic, version, wanted, salt = HEADER.unpack(header)
    if version != VERSION:
        raise NotDone(f"This backup is of version {version}; this Paku reads version {VERSION}.")
    if wanted != key.id:
        raise NotDone(
            f"This backup was written with another key ({wanted.hex()});"
            f" PAKU_BACKUP_KEY is {key.id.hex()}."
        )
    return bytes(salt)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
