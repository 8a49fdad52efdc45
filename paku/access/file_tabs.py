"""The rooms of one client's file, as tabs, and the pages of each; named by address only (`paku` knows no client).

A page that is about one client is added here with the right that opens it; it then stands under its tab by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paku.access.can import can
from paku.access.rights import Verdict
from paku.access.roles import May


class Page(NamedTuple):
    """`name` of an address that takes the client's ref; `under`: pages shown as parts of this one."""

    name: str
    right: May
    label: Any
    under: tuple[str, ...] = ()

    def holds(self, name: str) -> bool:
        return name == self.name or name in self.under


class Room(NamedTuple):
    """A tab: it leads to the first of its pages that is open to the reader."""

    label: Any
    pages: tuple[Page, ...]


ROOMS = (
    Room(_("Overview"), (Page("pathways:client", May.READ_CLIENT, _("Overview")),)),
    Room(
        _("In own words"),
        (
            Page("clients:own-words", May.HEAR_CLIENT, _("In own words")),
            Page(
                "clients:meaning",
                May.HEAR_MEANING,
                _("Meaning and faith"),
                under=("clients:meaning-readers",),
            ),
        ),
    ),
    Room(
        _("Path"),
        (
            Page(
                "pathways:client-path",
                May.READ_CLIENT,
                _("Path"),
                under=("pathways:path", "pathways:visit"),
            ),
        ),
    ),
    Room(
        _("Network"),
        (
            Page(
                "network:members",
                May.READ_NETWORK,
                _("Around the person"),
                under=("network:contacts",),
            ),
            Page(
                "network:coping",
                May.READ_NETWORK,
                _("Getting about and services"),
                under=("network:mobility", "network:abilities"),
            ),
            Page(
                "network:consents",
                May.READ_CONSENTS,
                _("Consents"),
                under=(
                    "network:give-consent",
                    "network:change-consent",
                    "network:withdraw-consent",
                ),
            ),
        ),
    ),
    Room(
        _("Papers"),
        (
            Page(
                "network:summary",
                May.MAKE_PAPER,
                _("Summary on paper"),
                under=("network:paper-request",),
            ),
        ),
    ),
    Room(
        _("Details"),
        (
            Page("clients:basics", May.EDIT_CLIENT, _("Basic data")),
            Page(
                "clients:alerts",
                May.READ_CLIENT,
                _("Alerts"),
                under=("clients:new-alert", "clients:renew-alert", "clients:end-alert"),
            ),
            Page("clients:picture", May.EDIT_CLIENT, _("Picture")),
            Page("clients:names", May.EDIT_CLIENT, _("Names")),
            Page(
                "clients:same-person",
                May.MERGE_CLIENTS,
                _("Same person?"),
                under=("clients:merge", "clients:undo-merge"),
            ),
            Page(
                "clients:identity-code",
                May.READ_IDENTITY,
                _("Identity code"),
                under=("clients:edit-identity-code",),
            ),
            Page(
                "clients:representatives",
                May.READ_CLIENT,
                _("Representatives"),
                under=("clients:new-representative", "clients:end-representative"),
            ),
            Page("clients:exclusions", May.READ_EXCLUSIONS, _("Who is shut out")),
        ),
    ),
)


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
