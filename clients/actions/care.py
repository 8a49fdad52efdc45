"""Responsibility: beginning a care relationship, naming a pair, a student or a substitute."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.actions.restrictions import admit_named
from clients.deeds import Deed
from clients.models import (
    Admission,
    Assignment,
    CareRelationship,
    Client,
    OwnWorkerPeriod,
    Substitute,
)
from clients.models.assignment import Part
from paku.access.models import Team, User
from paku.audit.record import record
from paku.kit.refusals import Refused


@transaction.atomic(savepoint=False)
def begin_care(
    *, client: Client, team: Team, own_worker: User, on: date, by: User
) -> CareRelationship:
    """Open the one care relationship, with its own worker from the first moment."""
    if client.pk and CareRelationship.objects.open().filter(client=client).exists():
        raise Refused(_("The person already has an open care relationship."), code="care_open")
    care = CareRelationship.objects.create(
        client=client, team=team, own_worker=own_worker, started_on=on
    )
    OwnWorkerPeriod.objects.create(care=care, worker=own_worker, since=on)
    _name(client, own_worker, by=by)
    record(
        Deed.CARE_BEGUN, care, by=by, client=client.ref, details={"own_worker": str(own_worker.ref)}
    )
    return care


@transaction.atomic(savepoint=False)
def assign(
    *,
    care: CareRelationship,
    worker: User,
    part: str,
    since: date,
    until: date | None = None,
    by: User,
) -> Assignment:
    """Name a worker for the client: the ground on which the file opens to them, from day to day.

    Of a restricted file a pair is named by the same act; a near-worker or a student only after they were let in.
    """
    if part == Part.PAIR:
        _name(care.client, worker, by=by)
    else:
        _let_in_already(care.client, worker)
    assignment = Assignment.objects.create(
        care=care, worker=worker, part=part, since=since, until=until
    )
    record(
        Deed.WORKER_ASSIGNED,
        care,
        by=by,
        client=care.client.ref,
        details={"worker": str(worker.ref), "part": part},
    )
    return assignment


@transaction.atomic(savepoint=False)
def substitute(
    *, care: CareRelationship, worker: User, since: date, until: date, by: User
) -> Substitute:
    """Name who answers for the own worker between two dates; of a restricted file by the same act."""
    if worker.pk == care.own_worker_id:
        raise Refused(_("The own worker cannot stand in for themselves."), code="own_substitute")
    row = Substitute.objects.create(care=care, worker=worker, since=since, until=until)
    _name(care.client, worker, by=by)
    record(
        Deed.WORKER_ASSIGNED,
        care,
        by=by,
        client=care.client.ref,
        details={"worker": str(worker.ref), "part": "substitute"},
    )
    return row


def _name(client: Client, worker: User, *, by: User) -> None:
    """A restricted file opens to the named only, so whoever is made responsible is named with it."""
    if client.is_restricted:
        admit_named(client=client, users=[worker], by=by)


def _let_in_already(client: Client, worker: User) -> None:
    if client.is_restricted and not Admission.objects.filter(client=client, user=worker).exists():
        raise Refused(
            _("The file is open to named workers only. Let the worker into it first."),
            code="not_named",
        )
