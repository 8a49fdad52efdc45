"""Standing in for a colleague for a day: the reason is on the trail, and the own worker is told."""

from __future__ import annotations

from django.db import transaction

from clients.deeds import Deed
from clients.models import Client, StandIn
from paku.access.models import User
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def stand_in(*, client: Client, reason: str, why: str, by: User) -> StandIn:
    """The file opens to the colleague for 24 hours, from the next request on."""
    begun = StandIn.objects.create(client=client, worker=by, reason=reason, words=why)
    record(Deed.STOOD_IN, begun, by=by, client=client.ref, reason=why, details={"reason": reason})
    return begun
