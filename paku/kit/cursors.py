"""Cursors of keyset pages: encrypted, so that an address never shows the name a list is sorted by."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

_READERS: dict[str, Any] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "Decimal": Decimal,
    "UUID": UUID,
}


@dataclass(frozen=True)
class Place:
    """A row's sort keys, and whether the page wanted lies before it."""

    values: list[Any]
    backwards: bool


def written_cursor(values: list[Any], backwards: bool, *, purpose: str) -> str:
    """The cursor for the row with these keys; good for lists of the same `purpose` only."""
    told = json.dumps([backwards, [_packed(value) for value in values]], ensure_ascii=False)
    return _box(purpose).encrypt(told.encode()).decode().rstrip("=")


def read_cursor(cursor: str, *, purpose: str, length: int) -> Place | None:
    """The place, or None for no cursor and for any that this list did not write."""
    if not cursor or not cursor.isascii():
        return None
    try:
        told = _box(purpose).decrypt(cursor + "=" * (-len(cursor) % 4))
    except InvalidToken:
        return None
    backwards, packed = json.loads(told)
    return (
        Place([_unpacked(value) for value in packed], backwards) if len(packed) == length else None
    )


def _box(purpose: str) -> Fernet:
    key = sha256(f"paku cursor\n{purpose}\n{settings.SECRET_KEY}".encode()).digest()
    return Fernet(urlsafe_b64encode(key))


def _packed(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, str)):
        return value
    kind = type(value).__name__
    if kind not in _READERS:
        raise TypeError(f"a page cannot be sorted by a {kind}")
    return [kind, value.isoformat() if isinstance(value, date) else str(value)]


def _unpacked(value: Any) -> Any:
    return _READERS[value[0]](value[1]) if isinstance(value, list) else value
