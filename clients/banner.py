"""A file that is open for a time only says so on every page of it, with the time left and a way to end it.

The doors call `hang_banner`; base.html shows what hangs on the request. It is asked of the database only then.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.functional import SimpleLazyObject

from clients.models import BreakGlass, StandIn

MAY_END = {"own", "substitute", "supervises"}  # another's standing in
KINDS = (
    ("break_glass", BreakGlass, "clients/emergency/banner.html"),
    ("stand_in", StandIn, "clients/stand_in/banner.html"),
)


def hang_banner(request: Any, client_id: int, relations: list[str]) -> None:
    """One statement for a file that is open for a time, none for any other."""
    for relation, model, template in KINDS:
        if relation in relations:
            live = model.objects.live().by(request.user).of(client_id).order_by("-ends_at")
            request.banner = {"template": template, "opening": SimpleLazyObject(live.first)}
            return


def openings_of(client: Any) -> list[dict[str, Any]]:
    """Who is in the file for a time just now, and whether the user may end it (of a client who came through a door,
    with care and `relations`); asks nothing more."""
    if client.care is None:
        return []
    may_end = bool(MAY_END & set(client.relations))
    return [
        {
            **opening,
            "ends_at": datetime.fromisoformat(opening["ends_at"]),
            "may_end": may_end and opening["kind"] == "stand_in",
        }
        for opening in client.care.openings
    ]
