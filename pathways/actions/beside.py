"""Naming who walks beside an existing client, and ending it: the right to the file and the place around the person."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.actions import beside
from clients.models import Assignment, CareRelationship
from network.actions.beside import comes_beside, leaves_the_side
from paku.access.models import User
from paku.kit.refusals import Refused
from paku.reminders.actions.notices import tell
from pathways.actions import asked_namings
from pathways.deeds import Deed
from pathways.models import AskedNaming
from pathways.models.asked_naming import NamingOutcome
from pathways.models.workers import part_of, who_may_walk_beside
from pathways.notices.namings import ANSWERED


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
    row = beside.name_beside(
        care=care, worker=worker, part=part, since=since, until=until, by=by, today=today
    )
    comes_beside(client=care.client, worker=worker, part=part, since=since, until=until, by=by)
    asked_namings.let_fall(care=care, worker=worker, ending=None, by=by, today=today)
    return row


@transaction.atomic(savepoint=False)
def end_beside(*, row: Assignment, by: User, today: date) -> None:
    beside.end_beside(row=row, by=by, today=today)
    leaves_the_side(client=row.care.client, worker=row.worker, today=today, by=by)
    asked_namings.let_fall(care=row.care, ending=row.ref, by=by, today=today)


@transaction.atomic(savepoint=False)
def agree(*, asked: AskedNaming, by: User, today: date) -> None:
    """By who leads the team, and never the one who asked: from this moment it holds. A second send changes nothing."""
    beside.held(asked.care)
    now = asked_namings.take(asked, NamingOutcome.AGREED, by)
    if now is None:
        return
    asked_namings.only_the_second(now, by)
    asked_namings.close(now, NamingOutcome.AGREED, by=by)
    if now.ending:
        _end(now, now.ending, by, today)
    else:
        _name(now, by, today)
    asked_namings.log(Deed.NAMING_AGREED, now, by)
    tell(ANSWERED, now.ref, to={now.asked_by_id} - {by.pk}, today=today)


def _name(asked: AskedNaming, by: User, today: date) -> None:
    """From the day that was asked for, or from today if that has gone by."""
    if asked.until and asked.until < today:
        raise Refused(
            _("The days that were asked for have gone by: decline, and let them ask anew."),
            code="days_over",
        )
    here = who_may_walk_beside(asked.care.team_id, today)
    if not any(m.user_id == asked.worker_id and part_of(m) == asked.part for m in here):
        raise Refused(_("This worker cannot take the person on: choose another."), code="unfit")
    name_beside(
        care=asked.care, worker=asked.worker, part=asked.part, since=max(asked.since, today),
        until=asked.until, by=by, today=today,
    )  # fmt: skip


def _end(asked: AskedNaming, ending: UUID, by: User, today: date) -> None:
    rows = Assignment.objects.filter(care=asked.care, ref=ending)
    row = rows.select_related("worker", "care__client").first()
    if row is None:
        raise Refused(_("This has already ended."), code="ended_already", status=409)
    end_beside(row=row, by=by, today=today)
