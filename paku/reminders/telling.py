"""What one is told of at once, gathered from all rooms: each says what it can tell of, and the page shows it.

    @teller(OFFERED, ACCEPTED, template="pathways/handovers/told.html", order=70)
    def told_of_handovers(user, notices, today):
        found = Handover.objects.known_to(user).filter(ref__in=references(notices))
        return newest_first(notices, found)

A teller stands in its room's `notices`, is asked only when there are unseen notices of its kinds, and leaves out what
has been settled since and what is not the user's to see any more. Its template has `told` and the page's context.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from paku.reminders.models import Delivery


@dataclass(frozen=True, slots=True)
class Told:
    """An unseen notice, what it is about and where that is done; `client` is the ref that the trail is told of (None:
    the notice names nobody)."""

    notice: Delivery
    about: Any
    client: UUID | None = None
    url: str = ""

    @property
    def kind(self) -> str:
        return self.notice.kind


Tell = Callable[[Any, Sequence[Delivery], date], Sequence[Told]]


class Teller(NamedTuple):
    """One room's way of telling of some kinds of notices."""

    kinds: tuple[str, ...]
    tell: Tell
    template: str
    order: int


class Group(NamedTuple):
    """One section of the page."""

    template: str
    told: Sequence[Told]


_tellers: list[Teller] = []


def teller(*kinds: str, template: str, order: int) -> Callable[[Tell], Tell]:
    """Registers who tells of these kinds; the smallest `order` stands first on the page."""

    def register(tell: Tell) -> Tell:
        _tellers.append(Teller(kinds, tell, template, order))
        _tellers.sort(key=lambda one: one.order)
        return tell

    return register


def kinds_told() -> list[str]:
    """All that somebody tells of."""
    return [kind for one in _tellers for kind in one.kinds]


def told_to(user: Any, unseen: Iterable[Delivery], today: date) -> list[Group]:
    """What the unseen notices are about, by room and kind; a statement or two for each teller that has notices."""
    waiting = list(unseen)
    groups = []
    for one in _tellers:
        notices = [notice for notice in waiting if notice.kind in one.kinds and notice.reference]
        if notices and (told := one.tell(user, notices, today)):
            groups.append(Group(one.template, told))
    return groups


def clients_of(groups: Iterable[Group]) -> set[UUID]:
    """Refs of all clients whom the page names here, for its entry on the trail."""
    return {one.client for group in groups for one in group.told if one.client}


def references(notices: Iterable[Delivery]) -> list[UUID]:
    return [notice.reference for notice in notices if notice.reference]


def of_its_client(about: Any) -> UUID | None:
    ref: UUID = about.client.ref
    return ref


def nobody(about: Any) -> UUID | None:
    """For what is about no client."""
    return None


def newest_first(
    notices: Sequence[Delivery],
    found: Iterable[Any],
    *,
    holds: Callable[[str, Any], bool] = lambda kind, about: True,
    client: Callable[[Any], UUID | None] = of_its_client,
) -> list[Told]:
    """Each notice with the row of its reference; `holds` says whether a kind still tells of that row."""
    return list(_paired(sorted(notices, key=lambda one: -one.pk), found, holds, client))


def longest_waiting_first(
    notices: Sequence[Delivery],
    found: Iterable[Any],
    *,
    client: Callable[[Any], UUID | None] = of_its_client,
) -> list[Told]:
    """Each notice with the row of its reference, by the day that it is about."""
    told = _paired(notices, found, lambda kind, about: True, client)
    return sorted(told, key=lambda one: (one.notice.due_on, one.about.pk))


def _paired(
    notices: Iterable[Delivery],
    found: Iterable[Any],
    holds: Callable[[str, Any], bool],
    client: Callable[[Any], UUID | None],
) -> Iterator[Told]:
    abouts = {row.ref: row for row in found}
    for notice in notices:
        about = abouts.get(notice.reference)
        if about is not None and holds(notice.kind, about):
            yield Told(notice, about, client(about))
