"""A silence of a partner that has lasted so long that it is a break of the path: offered to be marked as one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import DateField, Exists, F, Func, OuterRef, QuerySet, Value

from clients.minders import minder, unless_shut_out
from network.models import Referral, ReferralEvent
from network.models.referral_state import Happening
from network.referrals.ages import Ages
from network.reminders import CARE
from paku.reminders.nudge import dated_key, nudges
from paku.reminders.sources import source
from pathways.models import Pathway
from pathways.notices.referrals import BREAK_OFFERED


@source
def breaks_to_offer(today: date) -> QuerySet[Any]:
    """To the own worker, or today's substitute, once for each referral; marked or answered, it is offered no more."""
    ages = Ages.on(today)
    marked = ReferralEvent.objects.filter(referral=OuterRef("pk"), kind=Happening.BREAK)
    on_a_path = Pathway.objects.open().filter(client=OuterRef("client"))
    silent = Referral.objects.unanswered(ages.escalated_from).of_open_care()
    told_on = Func(
        F("sent_on"), Value(ages.escalate), template="(%(expressions)s)", arg_joiner=" + ",
        output_field=DateField(),
    )  # fmt: skip
    return nudges(
        silent.filter(~Exists(marked), Exists(on_a_path)).annotate(told_on=told_on),
        key=dated_key("break-offered", day="sent_on"),
        to=unless_shut_out(minder(today, CARE), "client"),
        kind=BREAK_OFFERED,
        due_on="told_on",
    )
