"""Referrals whose silence may be marked as a path break: offered to whoever minds the person, until it is marked or
answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from network.models import Referral, ReferralEvent
from network.models.referral_state import Happening
from network.referrals.ages import Ages
from paku.access.can import may_now
from paku.access.roles import May
from paku.reminders.models import Delivery
from paku.reminders.telling import Told, longest_waiting_first, references, teller
from paku.saving.forms import GuardedForm

BREAK_OFFERED = "break_offered"


@dataclass(frozen=True, slots=True)
class ToldOfBreak(Told):
    """With the sheet of its one button."""

    sheet: GuardedForm = field(default_factory=lambda: GuardedForm(auto_id=False))


@teller(BREAK_OFFERED, template="pathways/breaks/told.html", order=36)
def told_of_breaks_to_mark(
    user: Any, notices: Sequence[Delivery], today: date
) -> list[ToldOfBreak]:
    """The longest silence first; two statements."""
    marked = ReferralEvent.objects.filter(referral=OuterRef("pk"), kind=Happening.BREAK)
    silent = Referral.objects.unanswered(Ages.on(today).escalated_from).followed_by(user)
    found = silent.filter(~Exists(marked), ref__in=references(notices)).told()
    mine = [one for one in found if may_now(user, one.relations, May.MARK_BREAK)]
    told = longest_waiting_first(notices, mine)
    return [ToldOfBreak(one.notice, one.about, one.client) for one in told]
