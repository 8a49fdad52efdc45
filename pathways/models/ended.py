"""Persons found by a search whose path has ended and whose way back is open: they stand in no list of open ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from clients.models import CareRelationship
from clients.models.relation import listed_q
from pathways.models.pathway import Pathway


def ended_of(user: Any, clients: Sequence[int], today: date) -> list[Pathway]:
    """The last path of each, by name, as far as the user may list them; one statement, none for nobody.

    Whoever is listed without an open care relationship is so by return ticket (migration clients/0080).
    """
    if not clients:
        return []
    cares = CareRelationship.objects.open().filter(client=OuterRef("client"))
    last = (
        Pathway.objects.filter(client__in=clients, ended_on__lte=today)
        .filter(listed_q(user, "client_id"), ~Exists(cares))
        .select_related("client", "care__own_worker")
        .order_by("client_id", "-ended_on", "-pk")
        .distinct("client_id")
    )
    return sorted(last, key=lambda path: path.client.sort_key)
