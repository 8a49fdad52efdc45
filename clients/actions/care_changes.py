"""The own worker of an open care relationship changes from one moment to the next: it is never without one."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import DateField, F, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from clients.actions.restrictions import admit_named
from clients.deeds import Deed
from clients.models import Assignment, CareRelationship, OwnWorkerPeriod, Substitute
from clients.models.assignment import Part
from paku.access.models import Team, User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def change_own_worker(
    *, care: CareRelationship, former: User, worker: User, team: Team, on: date, by: User
) -> None:
    """From this moment the file is the new one's; the former's period and the new one's share the day.

    Refused (409) when the own worker is no longer `former`. Into a restricted file the new one is named by this act.
    """
    mine = CareRelationship.objects.open().filter(pk=care.pk, own_worker=former)
    if not mine.update(own_worker=worker, team=team):
        raise Refused(
            _("The own worker has changed meanwhile. Look at the page again."),
            code="own_worker_changed",
            status=409,
        )
    last = Greatest(F("since"), Value(on, DateField()))
    OwnWorkerPeriod.objects.filter(care=care, until=None).update(until=last)
    OwnWorkerPeriod.objects.create(care=care, worker=worker, since=on)
    if care.client.is_restricted:
        admit_named(client=care.client, users=[worker], by=by)
    _nobody_beside_themselves(care, worker, on)
    record(
        Deed.OWN_WORKER_CHANGED,
        care,
        by=by,
        client=care.client.ref,
        details={"from": str(former.ref), "to": str(worker.ref)},
    )


def _nobody_beside_themselves(care: CareRelationship, worker: User, on: date) -> None:
    """Who was pair or substitute is now the own worker: the former part ends, and what had not begun goes."""
    parts = Assignment.objects.filter(care=care, worker=worker, part=Part.PAIR)
    for rows in (parts, Substitute.objects.filter(care=care, worker=worker)):
        rows.filter(since__gt=on).delete()
        rows.not_over(on).update(until=on)
