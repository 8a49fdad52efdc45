"""Browsers in which somebody has signed in before: known by a signed cookie that tells nothing about them.

It opens nothing. It only lets the limiter tell the person at their own desk from a stranger who guesses.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

SALT = "paku.access.devices"
REMEMBERED_DAYS = 180
MOST_PEOPLE = 10


def cookie_name() -> str:
    return "__Host-paku-device" if settings.SESSION_COOKIE_SECURE else "paku-device"


def known(request: HttpRequest, who: str) -> str:
    """The browser's number if `who` (the limiter's hash of a name) has signed in here; else empty."""
    card = _card(request)
    return str(card["number"]) if who[:16] in card["people"] else ""


def remember(request: HttpRequest, response: HttpResponse, who: str) -> None:
    """`who` has signed in here, with everything that is asked for."""
    card = _card(request)
    people = [who[:16], *(one for one in card["people"] if one != who[:16])][:MOST_PEOPLE]
    response.set_cookie(
        cookie_name(),
        signing.dumps({"number": card["number"], "people": people}, salt=SALT),
        max_age=REMEMBERED_DAYS * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _card(request: HttpRequest) -> dict[str, Any]:
    try:
        written = signing.loads(
            request.COOKIES.get(cookie_name(), ""),
            salt=SALT,
            max_age=REMEMBERED_DAYS * 24 * 3600,
        )
    except signing.BadSignature:
        written = {"number": secrets.token_hex(16), "people": []}
    return dict(written)
