"""What stands in the way of ending an account, and what ends with it: rooms register theirs in a module `endings`.

@hinders
def own_clients(user):          # a Hindrance, or None
@ends("drafts")
def forget_drafts(user, by):    # how many ended; `by` ends the account
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Hindrance:
    """A sentence with a number, no names; `path` is a page for the one who can help."""

    sentence: str | Promise
    path: str = ""


Hinders = Callable[[Any], Hindrance | None]
Ends = Callable[[Any, Any], int]

_hindrances: list[Hinders] = []
_endings: dict[str, Ends] = {}


def hinders(ask: Hinders) -> Hinders:
    """Register what must be put in order first."""
    _hindrances.append(ask)
    return ask


def ends(what: str) -> Callable[[Ends], Ends]:
    """Register what ends at once with the account; `what` is the trail's word for it."""

    def register(end: Ends) -> Ends:
        _endings[what] = end
        return end

    return register


def hindrances(user: Any) -> list[Hindrance]:
    """Everything that stands in the way; empty when the account may end."""
    return [found for ask in _hindrances if (found := ask(user))]


def end_with(user: Any, by: Any) -> dict[str, int]:
    """End it all, in the transaction of the account's end; how many of what, for the trail."""
    return {what: end(user, by) for what, end in _endings.items()}


def number_by(function: str, user: Any) -> int:
    """What a database function of a room answers about the account (it sees rows that the main user does not)."""
    with connection.cursor() as cursor:
        cursor.callproc(function, [user.pk])
        return int(cursor.fetchone()[0])
