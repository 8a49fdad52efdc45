"""From where a request comes: what every entry made during it repeats."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Facts:
    """Address, session (hashed, never the key itself) and a request's own id."""

    address: str | None = None
    session: str = ""
    request: uuid.UUID | None = field(default=None)


_facts: ContextVar[Facts] = ContextVar("facts", default=Facts())  # noqa: B039 - frozen


def current() -> Facts:
    """Of the request under way; empty in a job or a command."""
    return _facts.get()


@contextmanager
def of(request: HttpRequest) -> Iterator[Facts]:
    """Hold the request's facts while it is answered."""
    key = request.session.session_key or ""
    facts = Facts(
        address=request.META.get("REMOTE_ADDR") or None,
        session=hashlib.sha256(key.encode()).hexdigest()[:16] if key else "",
        request=uuid.uuid4(),
    )
    token = _facts.set(facts)
    try:
        yield facts
    finally:
        _facts.reset(token)
