"""The relation rules as query conditions: one home for lists, pages, search, papers and jobs alike."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from paku.access.roles import May
from paku.kit.today import Today


def listed_q(user: Any, to_client: str = "") -> Q:
    """Clients whose name and own worker the user may see. `to_client` is the look-up path, e.g. `client__`."""
    from clients.models.care import CareRelationship

    if not user.may(May.LIST_CLIENTS):
        return Q(pk__in=())
    own_teams = CareRelationship.objects.open().of_team(user.teams_listed_whole).values("client")
    return _among(to_client, own_teams, *_relations(user))


def opened_q(user: Any, to_client: str = "") -> Q:
    """Clients whose file the user may open today."""
    if not user.may(May.READ_CLIENT):
        return Q(pk__in=())
    return related_q(user, to_client)


def related_q(user: Any, to_client: str = "") -> Q:
    """“My clients”: own worker, or a live dated assignment or substitution on the open care relationship."""
    return _among(to_client, *_relations(user))


def _relations(user: Any) -> tuple[QuerySet[Any, Any], ...]:
    from clients.models.assignment import Assignment, Substitute
    from clients.models.care import CareRelationship

    return (
        CareRelationship.objects.open().filter(own_worker=user).values("client"),
        Assignment.objects.on(Today())
        .filter(worker=user, care__ended_on=None)
        .values("care__client"),
        Substitute.objects.on(Today())
        .filter(worker=user, care__ended_on=None)
        .values("care__client"),
    )


def _among(to_client: str, *clients: QuerySet[Any, Any]) -> Q:
    """One set of ids, not alternatives joined by OR: the database goes from the few ids to their rows by index."""
    first, *others = (some.order_by() for some in clients)
    return Q(**{f"{to_client}pk__in": first.union(*others)})
