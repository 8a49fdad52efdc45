"""What people are told of at once: a paper waits for a second person, and what became of the one they asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from network.models import PaperRequest
from paku.reminders.models import Delivery

PAPER_WAITS = "paper_waits"
PAPER_AGREED = "paper_agreed"
PAPER_DECLINED = "paper_declined"
PAPER_FELL = "paper_fell"
KINDS = (PAPER_WAITS, PAPER_AGREED, PAPER_DECLINED, PAPER_FELL)


@dataclass(frozen=True, slots=True)
class ToldOfPaper:
    """An unseen notice and the request that it is about."""

    notice: Delivery
    about: PaperRequest

    @property
    def kind(self) -> str:
        return self.notice.kind


def told_of_papers(user: Any, unseen: list[Delivery], today: date) -> list[ToldOfPaper]:
    """The newest first, of clients whom the user still works with or leads; one statement if there are any."""
    notices = [one for one in unseen if one.kind in KINDS]
    if not notices:
        return []
    refs = [one.reference for one in notices if one.reference]
    found = PaperRequest.objects.filter(ref__in=refs).shown_to(user).with_people()
    abouts = {asked.ref: asked for asked in found}
    return [
        ToldOfPaper(one, abouts[one.reference])
        for one in sorted(notices, key=lambda one: -one.pk)
        if one.reference in abouts
        and (one.kind != PAPER_WAITS or abouts[one.reference].is_waiting(today))
    ]
