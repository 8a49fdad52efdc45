"""What is told of in time of a referral that nobody has answered: the own worker after the first days, with the letter
that asks; whoever leads the team after the second. An answer takes both away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from network.models import Referral
from network.referrals.ages import Ages
from network.reminders import REFERRAL_LATE, REFERRAL_UNANSWERED
from paku.access.can import may_now
from paku.access.roles import May
from paku.reminders.models import Delivery
from paku.reminders.telling import Told, longest_waiting_first, references, teller


@dataclass(frozen=True, slots=True)
class ToldOfSilence(Told):
    """`days` without an answer; `letter`: where the letter that asks for one is made, "" where one may not."""

    days: int = 0
    letter: str = ""


@teller(REFERRAL_UNANSWERED, template="network/referrals/told.html", order=35)
def told_of_referrals(user: Any, notices: Sequence[Delivery], today: date) -> list[ToldOfSilence]:
    """Of those that are still silent, of clients with whom the user works; the longest silence first."""
    return _silent(user, notices, today, Ages.on(today).asked_from)


@teller(REFERRAL_LATE, template="network/referrals/told_late.html", order=34)
def told_of_late_referrals(
    user: Any, notices: Sequence[Delivery], today: date
) -> list[ToldOfSilence]:
    """Of the clients of the teams that the user leads."""
    return _silent(user, notices, today, Ages.on(today).escalated_from)


def _silent(
    user: Any, notices: Sequence[Delivery], today: date, since: date
) -> list[ToldOfSilence]:
    silent = Referral.objects.unanswered(since).followed_by(user)
    found = silent.filter(ref__in=references(notices)).told()
    told = longest_waiting_first(notices, found)
    return [
        ToldOfSilence(
            one.notice, one.about, one.client, days=one.about.days_out(today), letter=_letter(user, one.about),
        )
        for one in told
    ]  # fmt: skip


def _letter(user: Any, referral: Referral) -> str:
    if not may_now(user, referral.relations, May.MAKE_PAPER):
        return ""
    return reverse("network:letter-answer", args=[referral.ref])
