"""What people are told of at once about drafts that go on to another: asked, handed on, not agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from paku.reminders.models import Delivery
from paku.reminders.telling import Told, newest_first, nobody, references, teller
from paku.saving.models import Takeover
from pathways.models import Pathway

ASKED = "takeover_asked"
HANDED_ON = "takeover_agreed"
DECLINED = "takeover_declined"
KINDS = (ASKED, HANDED_ON, DECLINED)


@dataclass(frozen=True, slots=True)
class ToldOfTakeover(Told):
    """`path` is None for an author who no longer works with the person: the notice then names nobody."""

    path: Any = None


@teller(*KINDS, template="pathways/takeovers/told.html", order=80)
def told_of_takeovers(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """The newest first; what has been decided is not asked about. Two statements."""
    rows = list(Takeover.objects.with_people().filter(ref__in=references(notices)))
    refs = {row.about for row in rows}
    known = Pathway.objects.known_to(user).select_related("client").filter(ref__in=refs)
    paths = {str(path.ref): path for path in known}
    told = [
        _of(one, paths.get(one.about.about)) for one in newest_first(notices, rows, client=nobody)
    ]
    return [one for one in told if one.kind != ASKED or (one.about.is_waiting and one.path)]


def _of(one: Told, path: Any) -> ToldOfTakeover:
    return ToldOfTakeover(one.notice, one.about, path.client.ref if path else None, path=path)
