"""Naming who walks beside an existing client, and ending it: the right to the file and the place around the person."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from clients.actions import beside
from clients.models import Assignment, CareRelationship
from network.actions.beside import comes_beside, leaves_the_side
from paku.access.models import User


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
    return row


@transaction.atomic(savepoint=False)
def end_beside(*, row: Assignment, by: User, today: date) -> None:
    beside.end_beside(row=row, by=by, today=today)
    leaves_the_side(client=row.care.client, worker=row.worker, today=today, by=by)
