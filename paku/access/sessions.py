"""Django's session engine on our own rows (`SESSION_ENGINE`): the key hashed, the ends absolute."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from paku.access.models.sitting import LONGEST, Sitting


def kept_as(key: str | None) -> str:
    """How a session's key stands in the database."""
    return hashlib.sha256((key or "").encode()).hexdigest()[:40]


class SessionStore(DatabaseStore):
    """`sitting` is the row as it was loaded, with `idle`; None for what has not been stored yet.

    The end is set when the row is made, and no later request moves it. A new key for the same person (a changed
    password) keeps the beginning; a new sign-in does not (`forget_sitting`).
    """

    sitting: Any = None

    @classmethod
    def get_model_class(cls) -> type[Sitting]:
        return Sitting

    @property
    def kept_key(self) -> str:
        return kept_as(self.session_key)

    def load(self) -> dict[str, Any]:
        found = Sitting.objects.live().with_idle().filter(session_key=self.kept_key).first()
        if found is None:
            self._session_key = None
            return {}
        self.sitting = found
        return self.decode(found.session_data)

    def exists(self, session_key: str) -> bool:
        return Sitting.objects.filter(session_key=kept_as(session_key)).exists()

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            self.create()
            return
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        values = {"session_data": self.encode(data), "user_id": _user_of(data)}
        if must_create:
            self._insert(values)
        elif not Sitting.objects.filter(session_key=self.kept_key).update(**values):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            Sitting.objects.filter(session_key=kept_as(key)).delete()

    def flush(self) -> None:
        super().flush()
        self.sitting = None

    def forget_sitting(self) -> None:
        """What follows is a new sign-in, also when the same person comes back."""
        self.sitting = None

    @classmethod
    def clear_expired(cls) -> None:
        Sitting.objects.sweep()

    def _insert(self, values: dict[str, Any]) -> None:
        kept: dict[str, Any] = {"expire_date": Now() + LONGEST}
        if self.sitting and self.sitting.user_id and self.sitting.user_id == values["user_id"]:
            names = ("expire_date", "began_at", "agent", "address")
            kept = {name: getattr(self.sitting, name) for name in names}
        try:
            with transaction.atomic():
                Sitting.objects.create(session_key=self.kept_key, **values, **kept)
        except IntegrityError as taken:
            raise CreateError from taken


def _user_of(data: dict[str, Any]) -> int | None:
    who = str(data.get(SESSION_KEY, ""))
    return int(who) if who.isdigit() else None
