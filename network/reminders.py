"""Whom an agreed step is due for; who is told that a consent is about to end, or that a referral has no answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    F,
    Func,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from clients.minders import minder, unless_shut_out
from network.models import Consent, Referral, Step
from network.referrals.ages import Ages
from paku.reminders.models import Clock
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source

STEP_DUE = "step_due"
CONSENT_ENDS = "consent_ends"
REFERRAL_UNANSWERED = "referral_unanswered"
CLOCK = "consent_ends"
A_WEEK = timedelta(
    days=6
)  # a morning that was missed is made good; nobody is told of it for two weeks
CARE = "client__cares"
OWN_WORKER = F(f"{CARE}__own_worker")


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
    told = Coalesce(_doer_who_signs_in(today), minder(today, CARE), output_field=BigIntegerField())
    return nudges(steps, key=dated_key("step"), to=unless_shut_out(told, "client"), kind=STEP_DUE)


@source
def consents_ending(today: date) -> QuerySet[Any]:
    """Consents, permits and prohibitions whose agreed time runs out soon: to the own worker, or today's substitute.

    How many days before is a clock that the main user changes. A new version with another last day is a new promise.
    """
    clocks = Clock.objects.on(today).filter(code=CLOCK).order_by("-since", "-pk")
    begins = Func(
        F("valid_until"), Subquery(clocks.values("days")[:1]), template="(%(expressions)s)",
        arg_joiner=" - ", output_field=DateField(),
    )  # fmt: skip
    living = Consent.objects.in_force(today).filter(client__died_on=None)
    ending = living.filter(client__cares__ended_on=None)
    soon = ending.filter(valid_until__isnull=False, client__cares__isnull=False)
    begun = soon.annotate(told_on=begins).filter(told_on__gte=today - A_WEEK, told_on__lte=today)
    told = unless_shut_out(minder(today, CARE), "client")
    return nudges(
        begun, key=dated_key("consent-ends", "thread", "valid_until"), to=told, kind=CONSENT_ENDS, due_on="told_on"
    )  # fmt: skip


@source
def referrals_unanswered(today: date) -> QuerySet[Any]:
    """Referrals that nobody has answered in the days of the clock: to the own worker, or today's substitute. Answered,
    it is told of no more; sent anew it would be another referral."""
    ages = Ages.on(today)
    waiting = Referral.objects.unanswered(ages.asked_from).of_open_care()
    asked_on = Func(
        F("sent_on"), Value(ages.answer), template="(%(expressions)s)", arg_joiner=" + ",
        output_field=DateField(),
    )  # fmt: skip
    told = unless_shut_out(minder(today, CARE), "client")
    return nudges(
        waiting.annotate(told_on=asked_on), key=dated_key("referral-unanswered", day="sent_on"), to=told,
        kind=REFERRAL_UNANSWERED, due_on="told_on",
    )  # fmt: skip


def _doer_who_signs_in(today: date) -> Case:
    there = Q(doer__until=None) | Q(doer__until__gte=today)
    signs_in = Q(there, doer__since__lte=today, doer__user__is_active=True)
    return Case(When(signs_in & ~Q(doer__user=OWN_WORKER), then=F("doer__user")))
