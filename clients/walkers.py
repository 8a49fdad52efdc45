"""Who walks beside the person today and answers for the work: own worker, pair, substitute."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from clients.models import Assignment, Substitute
from clients.models.assignment import Part
from paku.access.models import User
from paku.kit.today import Today


def walkers_of(client: Any) -> list[User]:
    """By name; one statement. Of a client fetched `with_care`."""
    care = client.care
    if care is None:
        return []
    pairs = Assignment.objects.on(Today()).filter(care=care, part=Part.PAIR)
    stand_ins = Substitute.objects.on(Today()).filter(care=care)
    walks = (
        Q(pk=care.own_worker_id)
        | Q(pk__in=pairs.order_by().values("worker"))
        | Q(pk__in=stand_ins.order_by().values("worker"))
    )
    return list(User.objects.filter(walks, is_active=True).order_by("name", "pk"))
