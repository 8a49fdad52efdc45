"""The key of backups (PAKU_BACKUP_KEY): 32 random bytes, which no other part of Paku uses."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from paku.backup.refusal import NotDone

LENGTH = 32


@dataclass(frozen=True, repr=False)
class Key:
    """Never shown as text; `id` may be known by anybody: it tells which key a file wants."""

    secret: bytes

    @classmethod
    def from_settings(cls) -> Key:
        """NotDone when it is missing or is none: a backup is never written in the clear."""
        if not settings.BACKUP_KEY:
            raise NotDone(
                "PAKU_BACKUP_KEY (or PAKU_BACKUP_KEY_FILE) is not set: backups are always encrypted."
            )
        try:
            secret = base64.b64decode(settings.BACKUP_KEY, altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            secret = b""
        if len(secret) != LENGTH:
            raise NotDone(
                "PAKU_BACKUP_KEY must be 32 random bytes in URL-safe base64;"
                " paku/deploy/make_secrets.py makes one."
            )
        return cls(secret)

    @property
    def id(self) -> bytes:
        """Eight bytes of a hash of the key."""
        return fingerprint("backup", self.secret)

    def cipher(self, salt: bytes) -> AESGCM:
        """The cipher of one file. Its key is derived from a salt of the file's own, so that the counted nonces
        (paku/backup/envelope.py) are never used twice with one key."""
        derived = HKDF(SHA256(), LENGTH, salt, b"paku backup 1").derive(self.secret)
        return AESGCM(derived)


def fingerprint(use: str, secret: bytes) -> bytes:
    """By which a random secret is known again and cannot be found out."""
    return hashlib.sha256(f"paku {use} key\0".encode() + secret).digest()[:8]
