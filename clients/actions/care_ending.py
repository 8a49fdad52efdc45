"""A care relationship ends with its path, on its day and ground; whoever worked with the person leaves with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import DateField, F, Q, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from clients.deeds import Deed
from clients.models import Assignment, CareRelationship, OwnWorkerPeriod, Substitute
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def end_care(*, care: CareRelationship, on: date, ending: str, by: User) -> None:
    """Own worker, pair, near-worker, student and substitute until that day, once. The own worker's name stays on it.

    `ending` is the code of the path's ground (703/2023 38 §: the day and the ground of the end).
    """
    for dated in (OwnWorkerPeriod, Assignment, Substitute):
        beyond = Q(until=None) | Q(until__gt=on)
        dated.objects.filter(beyond, care=care).update(until=_not_before_it_began(on))
    ended = CareRelationship.objects.open().filter(pk=care.pk).update(ended_on=on, ending=ending)
    if not ended:
        raise Refused(_("The care relationship has ended already."), code="care_ended", status=409)
    record(Deed.CARE_ENDED, care, by=by, client=care.client.ref, details={"ending": ending})


def _not_before_it_began(on: date) -> Any:
    return Greatest(F("since"), Value(on, DateField()))
