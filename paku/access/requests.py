"""What a request holds once a door has let it in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

if TYPE_CHECKING:
    from paku.access.models import User


class Request(HttpRequest):
    """Only for annotations: a worker who has signed in, and the day in Finland by the database's clock."""

    user: User
    today: date
    htmx: Any
    session: Any  # paku.access.sessions.SessionStore
    locked_user: User | None
