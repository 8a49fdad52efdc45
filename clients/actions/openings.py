"""Openings of both sorts together: what is open by a reason or in an emergency ends with the account."""

from __future__ import annotations

from django.db import connection, transaction

from clients.deeds import Deed
from clients.models import BreakGlass, StandIn
from paku.access.models import User
from paku.audit.record import record

OF = {
    "stand_in": (StandIn, Deed.STAND_IN_ENDED),
    "break_glass": (BreakGlass, Deed.EMERGENCY_ENDED),
}


@transaction.atomic(savepoint=False)
def end_with_account(*, user: User, by: User) -> int:
    """How many. Each end is on the trail of its client, though whoever ends an account sees none of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, opening, person FROM paku_end_openings(%s)", [user.pk])
        ended = cursor.fetchall()
    for kind, opening, person in ended:
        model, deed = OF[kind]
        record(
            deed,
            model(ref=opening),
            by=by,
            client=person,
            purpose="administration",
            details={"how": "with_account"},
        )
    return len(ended)
