"""Finding a person among all clients, for the one who oversees the trail: by name, birth date or phone number."""

from __future__ import annotations

from django.db import connection

from clients.models.client import Client
from clients.models.search import SHOWN, Wanted


def search_everybody(wanted: Wanted, *, most: int = SHOWN) -> list[Client]:
    """Two statements, none for nothing. The database gives ids to a privacy officer only, and never of a person from
    whose data they are excluded (migration 0011)."""
    if wanted.is_nothing:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT client_id FROM paku_search_everybody(%s::text[], %s::text[], %s, %s, %s)",
            [
                wanted.patterns,
                wanted.comparable,
                wanted.phone or None,
                wanted.born_on,
                most,
            ],
        )
        found = [key for (key,) in cursor.fetchall()]
    return list(
        Client.objects.filter(pk__in=found)
        .select_related("municipality")
        .order_by("sort_key", "pk")
    )
