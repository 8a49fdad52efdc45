"""What becomes of open steps when the path ends: done, not needed any more, or carried by somebody who stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import DateField, F, Q, Value
from django.db.models.functions import Greatest
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clients.models import Client
from network.deeds import Deed
from network.models import Member, Step
from paku.access.models import User
from paku.audit.record import record
from paku.kit.refusals import Refused


@dataclass(frozen=True, slots=True)
class Settled:
    """`how`: done, dropped or carried; then `doer` is who carries it, None the client."""

    step: Step
    how: str
    doer: Member | None = None


@transaction.atomic(savepoint=False)
def settle(*, client: Client, settled: Sequence[Settled], on: date, by: User) -> None:
    """Every open step of the client is decided of, or nothing is: what was agreed meanwhile is asked about too."""
    still_open = set(
        Step.objects.of(client).open().select_for_update(of=["self"]).values_list("pk", flat=True)
    )
    if still_open != {one.step.pk for one in settled}:
        raise Refused(
            gettext_lazy(
                "The open steps have changed meanwhile. Look at the page again: each of them is decided of."
            ),
            code="steps_changed",
            status=409,
        )
    for one in settled:
        _carry(one, by) if one.how == "carried" else _close(one, on, by)


@transaction.atomic(savepoint=False)
def workers_leave(*, client: Client, on: date) -> None:
    """Our own workers' membership ends with the care; partners and close persons stay around the person."""
    beyond = Q(until=None) | Q(until__gt=on)
    last = Greatest(F("since"), Value(on, DateField()))
    Member.objects.of(client).of_our_workers().filter(beyond).update(until=last)


def _carry(one: Settled, by: User) -> None:
    Step.objects.filter(pk=one.step.pk).update(doer=one.doer)
    record(Deed.STEP_HANDED_ON, one.step, by=by, client=one.step.client.ref)


def _close(one: Settled, on: date, by: User) -> None:
    """The outcome is a text of the file, in the language in which the file is kept."""
    with translation.override(settings.LANGUAGE_CODE):
        dropped = _("not needed any more: the path ended")
    outcome = dropped if one.how == "dropped" else ""
    Step.objects.filter(pk=one.step.pk).update(done_on=on, done_by=by, outcome=outcome)
    record(
        Deed.STEP_DROPPED if outcome else Deed.STEP_DONE,
        one.step,
        by=by,
        client=one.step.client.ref,
    )
