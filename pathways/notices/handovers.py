"""What people are told of at once about handovers: offered, accepted, declined, made by the supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paku.reminders.models import Delivery
from pathways.models import Handover

OFFERED = "handover_offered"
ACCEPTED = "handover_accepted"
DECLINED = "handover_declined"
MADE = "handover_made"
KINDS = (OFFERED, ACCEPTED, DECLINED, MADE)


@dataclass(frozen=True, slots=True)
class ToldOfHandover:
    """An unseen notice and the handover that it is about."""

    notice: Delivery
    about: Any

    @property
    def kind(self) -> str:
        return self.notice.kind


def told_of_handovers(user: Any, unseen: list[Delivery]) -> list[ToldOfHandover]:
    """The newest first; what has been answered is not asked about. One statement if there are any."""
    notices = [one for one in unseen if one.kind in KINDS]
    if not notices:
        return []
    refs = [one.reference for one in notices if one.reference]
    found: Any = Handover.objects.known_to(user).filter(ref__in=refs).with_people()
    abouts = {handover.ref: handover for handover in found}
    return [
        ToldOfHandover(one, abouts[one.reference])
        for one in sorted(notices, key=lambda one: -one.pk)
        if one.reference in abouts and (one.kind != OFFERED or abouts[one.reference].is_waiting)
    ]
