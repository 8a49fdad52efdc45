"""What the own worker is told of in time: a referral that nobody has answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from network.models import Referral
from network.referrals.ages import Ages
from network.reminders import REFERRAL_UNANSWERED
from paku.reminders.models import Delivery
from paku.reminders.telling import Told, longest_waiting_first, references, teller


@teller(REFERRAL_UNANSWERED, template="network/referrals/told.html", order=35)
def told_of_referrals(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """Of those that are still silent, of clients with whom the user works; the longest silence first."""
    silent = Referral.objects.unanswered(Ages.on(today).asked_from).followed_by(user)
    found = silent.filter(ref__in=references(notices)).told()
    return longest_waiting_first(notices, found)
