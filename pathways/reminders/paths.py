"""Of whom nobody is reminded although the network would: the path has ended. And who is asked about an opening."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from clients.minders import unless_shut_out
from network.models import Step
from network.reminders import STEP_DUE
from paku.access.roles import Role
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import quiet, source
from pathways.models import Alarm, Handover, OutreachContact, Pathway, Plan, Review
from pathways.models.review import to_review
from pathways.notices.handovers import OFFERED
from pathways.notices.outreach import CONTACT_ENDING
from pathways.notices.plans import PLAN_REVIEW

ALARM_ASKED = "alarm_asked"
ALARM_TO_JUDGE = "alarm_to_judge"
HANDOVER_WAITS = OFFERED
HANDOVER_AFTER = timedelta(days=3)


@source
def openings_to_explain(today: date) -> QuerySet[Any]:
    """From the day of the question on, today's thing each day until it is answered; late after its seven days."""
    asked = Alarm.objects.waiting_for_worker().filter(worker__is_active=True)
    return nudges(
        asked.annotate(told_on=_due(today)),
        key=dated_key("alarm", day="raised_on"),
        to=F("worker"),
        kind=ALARM_ASKED,
        due_on="told_on",
    )


@source
def explanations_to_judge(today: date) -> QuerySet[Any]:
    """For every supervisor of the team today (who is never the one asked); what was not explained comes by itself."""
    leads = Q(team__memberships__role=Role.SUPERVISOR, team__memberships__user__is_active=True)
    here = Q(team__memberships__since__lte=today) & (
        Q(team__memberships__until=None) | Q(team__memberships__until__gte=today)
    )
    waiting = Alarm.objects.for_supervisor(today).filter(leads & here)
    return nudges(
        waiting.annotate(told_on=Value(today, DateField())),
        key=dated_key("alarm-judged", day="raised_on"),
        to=F("team__memberships__user"),
        kind=ALARM_TO_JUDGE,
        due_on="told_on",
    )


@source
def handovers_to_answer(today: date) -> QuerySet[Any]:
    """Three days after the offer, to the receiver, once: whoever was told at once may have put it aside."""
    waiting = Handover.objects.waiting().filter(
        receiver__is_active=True, offered_on__lte=today - HANDOVER_AFTER, care__ended_on=None
    )
    return nudges(
        waiting, key=dated_key("handover", day="offered_on"), kind=HANDOVER_WAITS, due_on="offered_on",
        to=unless_shut_out(F("receiver"), "care__client"),
    )  # fmt: skip


def _due(today: date) -> Case:
    return Case(
        When(answer_by__lt=today, then=F("answer_by")),
        default=Value(today, DateField()),
        output_field=DateField(),
    )


@source
def contacts_ending(today: date) -> QuerySet[Any]:
    """Two weeks before a contact of outreach is deleted (clocks), to the one who took the person, else to the one who
    met them. Met again, the day moves, and with it the promise."""
    told = Case(
        When(taken_by__is_active=True, then=F("taken_by")),
        When(author__is_active=True, then=F("author")),
    )
    return nudges(
        OutreachContact.objects.ending(today),
        key=dated_key("contact", day="deleted_on"),
        to=told,
        kind=CONTACT_ENDING,
        due_on="warned_on",
    )


@source
def plans_to_review(today: date) -> QuerySet[Any]:
    """From the day that the plan names, to the own worker, until a plan or a review is made."""
    return _reviews(to_review(Plan, today), "plan-review")


@source
def plans_to_review_again(today: date) -> QuerySet[Any]:
    """The same from the day that the last review names."""
    return _reviews(to_review(Review, today), "plan-review-again")


def _reviews(waiting: QuerySet[Any], name: str) -> QuerySet[Any]:
    return nudges(
        waiting,
        key=dated_key(name, day="next_review_on"),
        to=unless_shut_out(F("path__care__own_worker"), "path__client"),
        kind=PLAN_REVIEW,
        reference="path__ref",
        due_on="next_review_on",
    )


@quiet(STEP_DUE)
def steps_of_ended_paths(today: date) -> QuerySet[Any]:
    """Due steps of persons who have had a path and have no open one. Before the first path steps are told of."""
    paths = Pathway.objects.filter(client=OuterRef("client"))
    rests = Step.objects.due(today).filter(Exists(paths), ~Exists(paths.open()))
    return rests.order_by().values("ref")
