"""Members come into a client's network with a role and tasks."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from clients.models import Client
from network.deeds import Deed
from network.models import Member, Organisation
from network.models.member import MemberKind
from paku.access.models import User
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def add_member(
    *,
    client: Client,
    kind: str,
    name: str,
    role: str,
    since: date,
    by: User,
    tasks: str = "",
    organisation: Organisation | None = None,
    phone: str = "",
) -> Member:
    """A partner or a close person; no account is needed to be given a task."""
    member = Member.objects.create(
        client=client,
        kind=kind,
        name=name,
        role=role,
        tasks=tasks,
        organisation=organisation,
        phone=phone,
        since=since,
    )
    record(Deed.MEMBER_ADDED, member, by=by, client=client.ref, details={"kind": kind})
    return member


@transaction.atomic(savepoint=False)
def add_worker(
    *,
    client: Client,
    worker: User,
    role: str,
    since: date,
    by: User,
    tasks: str = "",
    until: date | None = None,
) -> Member:
    """One of ours, as a member like any other: steps can be given to them and reach their morning list."""
    member = Member.objects.create(
        client=client,
        kind=MemberKind.WORKER,
        name=worker.name,
        role=role,
        tasks=tasks,
        user=worker,
        phone=worker.phone,
        since=since,
        until=until,
    )
    record(Deed.MEMBER_ADDED, member, by=by, client=client.ref, details={"kind": MemberKind.WORKER})
    return member
