"""Whom an agreed step is due for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Case, F, Func, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from clients.models import Substitute
from network.models import Step
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source

STEP_DUE = "step_due"
OWN_WORKER = F("client__cares__own_worker")


@source
def steps_due(today: date) -> QuerySet[Any]:
    """Open steps whose day has come, of clients with an open care relationship; one statement for any number.

    A worker or partner who signs in is reminded of what they have promised, while they are in the client's network.
    For all others (the client, a close person, a partner without an account) the one who minds the client is: today's
    substitute if one stands in, for then the own worker is away, else the own worker. The own worker's own steps
    go the same way: a step must not wait for the end of a holiday. When the substitute's days are over and the
    step is still open, the own worker gets a notice of their own, for the promise is one for each person.
    Nobody is reminded, not even by a number in a mail, of a client whose file is shut to them.
    """
    steps = Step.objects.due(today).of_open_care()
    minder = Coalesce(
        _doer_who_signs_in(today), _substitute(today), OWN_WORKER, output_field=BigIntegerField()
    )
    told = Func(minder, F("client"), function="paku_unless_shut_out")
    return nudges(steps, key=dated_key("step"), to=told, kind=STEP_DUE)


def _doer_who_signs_in(today: date) -> Case:
    there = Q(doer__until=None) | Q(doer__until__gte=today)
    signs_in = Q(there, doer__since__lte=today, doer__user__is_active=True)
    return Case(When(signs_in & ~Q(doer__user=OWN_WORKER), then=F("doer__user")))


def _substitute(today: date) -> Subquery:
    """Of several, the one who began last."""
    standing_in = Substitute.objects.on(today).filter(
        care=OuterRef("client__cares"), worker__is_active=True
    )
    return Subquery(standing_in.order_by("-since", "-pk").values("worker")[:1])
