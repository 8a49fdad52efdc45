"""What the former own worker had promised goes to the new one, as their own; all others stay around the person."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import DateField, F, Value
from django.db.models.functions import Greatest
from django.utils import translation
from django.utils.translation import gettext as _

from clients.models import Client
from network.actions.own_worker import comes_as, own_worker_word
from network.deeds import Deed
from network.models import Member, Step
from paku.access.models import User
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def hand_on(
    *, client: Client, former: User, worker: User, on: date, by: User, stays_until: date | None
) -> int:
    """How many open steps moved. The former worker leaves the network on the day, or after the joint visit."""
    there = Member.objects.of(client).not_over(on)
    left = list(there.filter(user=former))
    heir = comes_as(client=client, worker=worker, role=own_worker_word(), since=on, by=by)
    moving = list(Step.objects.of(client).open().filter(doer__in=left))
    Step.objects.filter(pk__in=[step.pk for step in moving]).update(doer=heir)
    for step in moving:
        record(Deed.STEP_HANDED_ON, step, by=by, client=client.ref)
    last = Greatest(F("since"), Value(stays_until or on, DateField()))
    leaving = Member.objects.filter(pk__in=[member.pk for member in left])
    with translation.override(settings.LANGUAGE_CODE):
        former_own = _("former own worker")
    leaving.filter(role=own_worker_word()).update(role=former_own)  # the person has one own worker
    leaving.update(until=last)
    return len(moving)
