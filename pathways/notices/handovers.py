"""What people are told of at once about handovers: offered, accepted, declined, made by the supervisor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from paku.reminders.models import Delivery
from paku.reminders.telling import Told, newest_first, references, teller
from pathways.models import Handover

OFFERED = "handover_offered"
ACCEPTED = "handover_accepted"
DECLINED = "handover_declined"
MADE = "handover_made"
KINDS = (OFFERED, ACCEPTED, DECLINED, MADE)


@teller(*KINDS, template="pathways/handovers/told.html", order=70)
def told_of_handovers(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """The newest first; what has been answered is not asked about. One statement."""
    found: Any = Handover.objects.known_to(user).filter(ref__in=references(notices)).with_people()
    return newest_first(
        notices,
        found,
        holds=lambda kind, handover: kind != OFFERED or handover.is_waiting,
        client=lambda handover: handover.client_ref,
    )
