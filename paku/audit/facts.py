"""From where a request comes: what every entry made during it repeats."""

from __future__ import annotations

import hashlib
import ipaddress
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

CLOCK = "_clock"  # the field by which static/js/clock.js tells the device's own time
_INSTANT = re.compile(r"(19[7-9]|2\d\d)\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Facts:
    """Address, session (hashed, never the key itself), a request's own id, the right that its page asks for, and what
    the device that sent it says that the time is."""

    address: str | None = None
    session: str = ""
    request: uuid.UUID | None = field(default=None)
    permission: str = ""
    claimed_at: datetime | None = None


_facts: ContextVar[Facts] = ContextVar("facts", default=Facts())  # noqa: B039 - frozen


def current() -> Facts:
    """Of the request under way; empty in a job or a command."""
    return _facts.get()


def under(permission: str) -> None:
    """The right that the page asks for: the authority of every entry made from here on in the request."""
    here = _facts.get()
    if here.request:
        _facts.set(replace(here, permission=permission))


@contextmanager
def of(request: HttpRequest) -> Iterator[Facts]:
    """Hold the request's facts while it is answered."""
    key = request.session.session_key or ""
    facts = Facts(
        address=address_of(request),
        session=hashlib.sha256(key.encode()).hexdigest()[:16] if key else "",
        request=uuid.uuid4(),
        claimed_at=claimed(request.POST.get(CLOCK, "")),
    )
    token = _facts.set(facts)
    try:
        yield facts
    finally:
        _facts.reset(token)


def address_of(request: HttpRequest) -> str | None:
    """From where the request came. Behind https stands our one proxy, whose last word on it is believed; what the
    browser itself claims is not."""
    told = request.META.get("REMOTE_ADDR", "")
    if settings.BASE_URL.startswith("https://"):
        told = request.META.get("HTTP_X_FORWARDED_FOR", told).rpartition(",")[2]
    try:
        return str(ipaddress.ip_address(told.strip()))
    except ValueError:
        return None


def claimed(text: str) -> datetime | None:
    """The instant that a device claims; None where it claims nothing that could be one. However wrong, it is kept."""
    if not _INSTANT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
