"""What people are told of at once about who is to walk beside a person: asked of who leads, answered to who asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paku.reminders.models import Delivery
from pathways.models import AskedNaming

ASKED = "naming_asked"
ANSWERED = "naming_answered"
KINDS = (ASKED, ANSWERED)


@dataclass(frozen=True, slots=True)
class ToldOfNaming:
    """An unseen notice and the request that it is about."""

    notice: Delivery
    about: AskedNaming

    @property
    def kind(self) -> str:
        return self.notice.kind


def told_of_namings(user: Any, unseen: list[Delivery]) -> list[ToldOfNaming]:
    """The newest first; what has been answered is not asked about. One statement if there are any."""
    notices = [one for one in unseen if one.kind in KINDS]
    if not notices:
        return []
    refs = [one.reference for one in notices if one.reference]
    found = AskedNaming.objects.known_to(user).filter(ref__in=refs).with_people()
    abouts = {asked.ref: asked for asked in found}
    return [
        ToldOfNaming(one, abouts[one.reference])
        for one in sorted(notices, key=lambda one: -one.pk)
        if one.reference in abouts and (one.kind != ASKED or abouts[one.reference].is_waiting)
    ]
