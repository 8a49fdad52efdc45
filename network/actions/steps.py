"""Agreeing on steps and marking them done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from clients.models import Client
from network.deeds import Deed
from network.models import Member, Step
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@dataclass(frozen=True, slots=True)
class Agreed:
    """What, by whom (None = the client) and by when."""

    what: str
    doer: Member | None
    due_on: date


@transaction.atomic(savepoint=False)
def agree(*, client: Client, agreed: Sequence[Agreed], on: date, by: User) -> list[Step]:
    """Write steps down in one statement. A doer is always of this client's own network."""
    for step in agreed:
        if step.doer is not None and step.doer.client_id != client.pk:
            raise Refused(
                _("The doer must be the client or in the client's network."), code="foreign_doer"
            )
    return Step.objects.bulk_create(
        Step(
            client=client,
            doer=step.doer,
            what=step.what,
            due_on=step.due_on,
            agreed_on=on,
            agreed_by=by,
        )
        for step in agreed
    )


@transaction.atomic(savepoint=False)
def agree_one(
    *, client: Client, what: str, doer: Member | None, due_on: date, on: date, by: User
) -> Step:
    """One step from a form of its own, with its entry."""
    (step,) = agree(client=client, agreed=[Agreed(what, doer, due_on)], on=on, by=by)
    record(Deed.STEP_AGREED, step, by=by, client=client.ref)
    return step


@transaction.atomic(savepoint=False)
def do(*, step: Step, on: date, outcome: str = "", by: User) -> Step:
    """Mark as done, once; whoever comes second is told who was first."""
    changed = Step.objects.filter(pk=step.pk, done_on=None).update(
        done_on=on, done_by=by, outcome=outcome
    )
    if not changed:
        raise Refused(_("This step has already been marked as done."), code="step_done", status=409)
    record(Deed.STEP_DONE, step, by=by, client=step.client.ref)
    return step


@transaction.atomic(savepoint=False)
def drop(*, step: Step, why: str, on: date, by: User) -> None:
    """Close an open step as not needed any more; `why` is a text of the file."""
    closed = Step.objects.filter(pk=step.pk, done_on=None).update(
        done_on=on, done_by=by, outcome=why
    )
    if closed:
        record(Deed.STEP_DROPPED, step, by=by, client=step.client.ref)


@transaction.atomic(savepoint=False)
def take_back(*, step: Step, words: str, on: date, by: User) -> None:
    """It was agreed in a wrong person's matter: closed, and `words` stand in the place of what it said."""
    Step.objects.filter(pk=step.pk).update(what=words)
    drop(step=step, why=words, on=on, by=by)
