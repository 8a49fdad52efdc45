"""Standing in for a colleague for a day: the reason is on the trail, and the own worker is told."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models.functions import Now

from clients.deeds import Deed
from clients.models import Client, StandIn
from clients.models.stand_in import OFTEN, WEEK
from clients.notices import STAND_IN, STOOD_IN_OFTEN, minders_of, watchers_of
from paku.access.models import User
from paku.audit.record import record
from paku.reminders.actions.notices import tell


@transaction.atomic(savepoint=False)
def stand_in(*, client: Client, reason: str, why: str, by: User, today: date) -> StandIn:
    """The file opens to the colleague for 24 hours, from the next request on.

    The own worker and a live substitute are told at once; the fourth within a week is told to the supervisor too.
    """
    begun = StandIn.objects.create(client=client, worker=by, reason=reason, words=why)
    details = {"reason": reason}
    record(Deed.STOOD_IN, begun, by=by, client=client.ref, reason=why, details=details)
    tell(STAND_IN, begun.ref, to=minders_of(client) - {by.pk}, today=today)
    if StandIn.objects.by(by).within(WEEK).count() == OFTEN + 1:
        tell(STOOD_IN_OFTEN, begun.ref, to=watchers_of(client.pk) - {by.pk}, today=today)
    return begun


@transaction.atomic(savepoint=False)
def end(*, begun: StandIn, by: User) -> None:
    """Shuts the file from the next request on. Twice is the same as once."""
    if StandIn.objects.live().filter(pk=begun.pk).update(ended_at=Now()):
        record(Deed.STAND_IN_ENDED, begun, by=by, client=begun.client.ref)
