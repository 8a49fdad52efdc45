"""A text column whose content only the application can read (keys: PAKU_FIELD_KEYS, newest first)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


@lru_cache(maxsize=1)
def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])


def conceal(text: str) -> str:
    """For a secret that somebody else's table keeps as text."""
    return _keys().encrypt(text.encode()).decode()


def reveal(concealed: str) -> str:
    """The secret again; raises InvalidToken for what was not concealed with one of the keys."""
    return _keys().decrypt(concealed.encode()).decode()


class EncryptedText(models.BinaryField):
    """Stored as Fernet ciphertext (AES-128-CBC, HMAC-SHA256, cryptography.io); cannot be searched or sorted."""

    description = "Encrypted text"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, bytes | memoryview):
            raise TypeError("text is told as str; bytes would be stored as they are")
        if value is not None:
            value = _keys().encrypt(str(value).encode())
        return super().get_db_prep_value(value, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> str | None:
        return None if value is None else _keys().decrypt(bytes(value)).decode()

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))

    def to_python(self, value: Any) -> Any:
        return value


class EncryptedBytes(models.BinaryField):
    """Bytes that only the application can read, stored as Fernet ciphertext."""

    description = "Encrypted bytes"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value is not None:
            value = _keys().encrypt(bytes(value))
        return super().get_db_prep_value(value, connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> bytes | None:
        return None if value is None else _keys().decrypt(bytes(value))
