"""What people are told of at once: a paper waits for a second person, and what became of the one they asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from network.models import PaperRequest
from paku.reminders.models import Delivery
from paku.reminders.telling import Told, newest_first, references, teller

PAPER_WAITS = "paper_waits"
PAPER_AGREED = "paper_agreed"
PAPER_DECLINED = "paper_declined"
PAPER_FELL = "paper_fell"
KINDS = (PAPER_WAITS, PAPER_AGREED, PAPER_DECLINED, PAPER_FELL)


@teller(*KINDS, template="network/summary/told.html", order=20)
def told_of_papers(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """The newest first, of clients whom the user still works with or leads; one statement."""
    found = PaperRequest.objects.filter(ref__in=references(notices)).shown_to(user).with_people()
    return newest_first(
        notices, found, holds=lambda kind, asked: kind != PAPER_WAITS or asked.is_waiting(today)
    )
