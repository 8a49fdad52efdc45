"""Who walks beside the own worker: named for days, and ended at once. Nobody is there twice on the same day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clients.actions.care import assign
from clients.actions.exclusions import must_not_be_shut_out
from clients.deeds import Deed
from clients.models import Assignment, CareRelationship
from clients.notices import BESIDE
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused
from paku.reminders.actions.notices import tell


@transaction.atomic(savepoint=False)
def must_fit(*, care: CareRelationship, worker: User, since: date, until: date | None) -> None:
    """Hold the care relationship until the end. Refused for the own worker, who is there on any of the days already,
    and who is shut out of the file."""
    now = held(care)
    if worker.pk == now.own_worker_id:
        raise Refused(_("This worker is the own worker already."), code="own_worker_already")
    there: Any = Assignment.objects.not_over(since).filter(care=care, worker=worker)
    if there.filter(Q(since__lte=until) if until else Q()).exists():
        sentence = _("%(name)s walks beside this person on those days already.")
        raise Refused(sentence % {"name": worker.name}, code="beside_already")
    must_not_be_shut_out(care.client, worker)


@transaction.atomic(savepoint=False)
def name_beside(
    *,
    care: CareRelationship,
    worker: User,
    part: str,
    since: date,
    until: date | None,
    by: User,
    today: date,
) -> Assignment:
    must_fit(care=care, worker=worker, since=since, until=until)
    row = assign(care=care, worker=worker, part=part, since=since, until=until, by=by)
    tell(BESIDE, row.ref, to={worker.pk} - {by.pk}, today=today)
    return row


@transaction.atomic(savepoint=False)
def end_beside(*, row: Assignment, by: User, today: date) -> None:
    """The file closes at the next request, so yesterday was the last day; what began today or later goes.

    The trail keeps who was named and until when.
    """
    held(row.care)
    now = Assignment.objects.not_over(today).filter(pk=row.pk).first()
    if now is None:
        raise Refused(_("This has already ended."), code="ended_already", status=409)
    if now.since >= today:
        Assignment.objects.filter(pk=row.pk).delete()
    else:
        Assignment.objects.filter(pk=row.pk).update(until=today - timedelta(days=1))
    record(
        Deed.WORKER_LEFT,
        row.care,
        by=by,
        client=row.care.client.ref,
        details={"worker": str(row.worker.ref), "part": row.part},
    )


def held(care: CareRelationship) -> CareRelationship:
    """Two who name at the same moment wait for one another."""
    rows: Any = CareRelationship.objects.open().select_for_update(of=["self"]).filter(pk=care.pk)
    now: CareRelationship | None = rows.first()
    if now is None:
        raise Refused(_("The care relationship has ended already."), code="care_ended", status=409)
    return now
