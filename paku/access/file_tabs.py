"""The tabs of one client's file: which of its rooms are open to the reader, and where the reader is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from paku.access.can import can
from paku.access.file_rooms import ROOMS
from paku.access.rights import Verdict
from paku.access.roles import May


@dataclass(frozen=True, slots=True)
class Tab:
    """A link as it is shown; the one that leads to where the reader is is marked."""

    url: str
    label: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Tabs:
    """The rooms, and the pages of the room that one is in; either is empty when it gives no choice."""

    rooms: list[Tab]
    pages: list[Tab]

    @property
    def here(self) -> str:
        """The page one is on, by name."""
        return next((tab.label for tab in self.pages if tab.is_current), "")

    @property
    def others(self) -> int:
        return len(self.pages) - 1


NONE = Tabs([], [])


def tabs_of(user: Any, relations: Iterable[str], ref: UUID, name: str) -> Tabs:
    """What the user may open of this file now; `name` is the full name of the address shown."""
    if not any(page.holds(name) for room in ROOMS for page in room.pages):
        return NONE
    held = list(relations)
    rooms, pages = [], []
    for room in ROOMS:
        found = [page for page in room.pages if _opens(user, page.right, held)]
        if not found:
            continue
        is_here = any(page.holds(name) for page in room.pages)
        rooms.append(Tab(reverse(found[0].name, args=[ref]), str(room.label), is_here))
        if is_here and len(found) > 1:
            pages = [
                Tab(reverse(page.name, args=[ref]), str(page.label), page.holds(name))
                for page in found
            ]
    return Tabs(rooms, pages) if len(rooms) > 1 else NONE


def _opens(user: Any, right: May, relations: list[str]) -> bool:
    """A file that is open in part has a page made for it, and no rooms."""
    verdict = can(user, right, relations)
    return verdict.allows and not (right is May.READ_CLIENT and verdict is Verdict.PART)
