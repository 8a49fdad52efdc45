"""What people are told of at once about drafts that go on to another: asked, handed on, not agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paku.reminders.models import Delivery
from paku.saving.models import Takeover
from pathways.models import Pathway

ASKED = "takeover_asked"
HANDED_ON = "takeover_agreed"
DECLINED = "takeover_declined"
KINDS = (ASKED, HANDED_ON, DECLINED)


@dataclass(frozen=True, slots=True)
class ToldOfTakeover:
    """`path` is None for an author who no longer works with the person: the notice then names nobody."""

    notice: Delivery
    about: Takeover
    path: Any

    @property
    def kind(self) -> str:
        return self.notice.kind


def told_of_takeovers(user: Any, unseen: list[Delivery]) -> list[ToldOfTakeover]:
    """The newest first; what has been decided is not asked about. Two statements if there are any."""
    notices = [one for one in unseen if one.kind in KINDS]
    if not notices:
        return []
    rows = Takeover.objects.with_people().filter(ref__in=[one.reference for one in notices])
    abouts = {row.ref: row for row in rows}
    refs = {row.about for row in abouts.values()}
    known = Pathway.objects.known_to(user).select_related("client").filter(ref__in=refs)
    paths = {str(path.ref): path for path in known}
    told = [
        ToldOfTakeover(one, about, paths.get(about.about))
        for one in sorted(notices, key=lambda one: -one.pk)
        if one.reference and (about := abouts.get(one.reference))
    ]
    return [one for one in told if one.kind != ASKED or (one.about.is_waiting and one.path)]
