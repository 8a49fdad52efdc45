"""Whom an agreed step is due for; who is told that a consent is about to end, or that a referral has no answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
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
from clients.models.relation import open_care_q
from network.consents import WITHDRAWAL_TO_TELL, to_tell
from network.models import Consent, Referral, Step
from network.referrals.ages import Ages
from paku.access.roles import Role
from paku.reminders.models import Clock
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source

STEP_DUE = "step_due"
CONSENT_ENDS = "consent_ends"
REFERRAL_UNANSWERED = "referral_unanswered"
REFERRAL_LATE = "referral_late"
CLOCK = "consent_ends"
A_WEEK = timedelta(days=6)  # a missed morning is made good; nobody is told of it for two weeks
CARE = "client__cares"
OWN_WORKER = F(f"{CARE}__own_worker")
LEADS = f"{CARE}__team__memberships"


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
    ending = Consent.objects.in_force(today).filter(open_care_q(), valid_until__isnull=False)
    begun = ending.annotate(told_on=begins).filter(told_on__gte=today - A_WEEK, told_on__lte=today)
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


@source
def referrals_late(today: date) -> QuerySet[Any]:
    """Referrals that nobody has answered in the days after which the supervisor makes contact: to each who leads the
    team of the care relationship today."""
    ages = Ages.on(today)
    here = Q(**{f"{LEADS}__until": None}) | Q(**{f"{LEADS}__until__gte": today})
    led = {
        f"{LEADS}__role": Role.SUPERVISOR,
        f"{LEADS}__user__is_active": True,
        f"{LEADS}__since__lte": today,
        f"{CARE}__ended_on": None,
        f"{CARE}__isnull": False,
    }
    silent = Referral.objects.unanswered(ages.escalated_from).filter(
        here, client__died_on=None, **led
    )
    told_on = Func(
        F("sent_on"), Value(ages.escalate), template="(%(expressions)s)", arg_joiner=" + ",
        output_field=DateField(),
    )  # fmt: skip
    told = unless_shut_out(F(f"{LEADS}__user"), "client")
    return nudges(
        silent.annotate(told_on=told_on), key=dated_key("referral-late", day="sent_on"), to=told,
        kind=REFERRAL_LATE, due_on="told_on",
    )  # fmt: skip


@source
def withdrawals_to_tell(today: date) -> QuerySet[Any]:
    """Of a consent that was taken back, until everybody who received something by it has been told: the own worker, or
    today's substitute. They are told at once (`withdraw`), and whoever minds the person later by this."""
    name = Func(
        Value(f"{WITHDRAWAL_TO_TELL}/"), F("ref"), function="concat", output_field=CharField()
    )
    told = unless_shut_out(minder(today, CARE), "client")
    return nudges(
        to_tell().filter(open_care_q()), key=name, to=told, kind=WITHDRAWAL_TO_TELL, due_on="withdrawn_on"
    )  # fmt: skip


def _doer_who_signs_in(today: date) -> Case:
    there = Q(doer__until=None) | Q(doer__until__gte=today)
    signs_in = Q(there, doer__since__lte=today, doer__user__is_active=True)
    return Case(When(signs_in & ~Q(doer__user=OWN_WORKER), then=F("doer__user")))
