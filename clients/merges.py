"""What a merge asks of the rooms: to clear the way before rows move, and to say what hangs on a client in words.

Every row with a foreign key to a client moves by itself (migration 0062), in whatever room. A room declares, in its
`merging.py`, only what needs thought: where the two files may not both keep what they have.

    @clears_the_way
    def one_open_path(merging): ...

    in_words("network_step", _("Steps"))
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from clients.models import CareRelationship, Client
from paku.access.models import User

_CLEARERS: list[Callable[[Merging], None]] = []
_WORDS: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Merging:
    """A merge under way. `goes_on` is the care relationship that stays open, `ends` the other, if both are open;
    `stays`: whether the own worker of the latter goes on as pair."""

    key: int
    survivor: Client
    absorbed: Client
    goes_on: CareRelationship | None
    ends: CareRelationship | None
    stays: bool
    on: date
    by: User

    @property
    def both(self) -> tuple[int, int]:
        return self.survivor.pk, self.absorbed.pk

    def change(self, row: models.Model, **fields: Any) -> None:
        """Write columns of one row, and their line for the way back; `fields` by the names of the columns."""
        told = json.dumps(fields, cls=DjangoJSONEncoder)
        self._call(
            "paku_merge_change(%s, %s, %s, %s::jsonb)", row._meta.db_table, str(row.pk), told
        )

    def made(self, row: models.Model) -> None:
        """A row that the merge added: the way back takes it away."""
        self._call("paku_merge_made(%s, %s, %s)", row._meta.db_table, str(row.pk))

    def lead_drafts(self, of: UUID, to: UUID) -> None:
        """What anybody is writing about the one is from now on about the other."""
        self._call("paku_merge_drafts(%s, %s, %s)", of, to)

    def move_rows(self) -> None:
        """Everything that hangs on the absorbed client."""
        self._call("paku_merge_rows(%s)")

    def _call(self, function: str, *arguments: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}", [self.key, *arguments])


def clears_the_way(clearer: Callable[[Merging], None]) -> Callable[[Merging], None]:
    """Declare what is done before the rows move: in the order of the rooms, the lowest first."""
    _CLEARERS.append(clearer)
    return clearer


def clear_the_way(merging: Merging) -> None:
    for clearer in _CLEARERS:
        clearer(merging)


def in_words(table: str, label: Any) -> None:
    """What rows of this table are called where two files stand side by side."""
    _WORDS[table] = label


def what_hangs(user: User, one: Client, other: Client) -> list[tuple[Any, int, int]]:
    """(in words, number in the one file, number in the other) for all that the rooms have words for; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rel, of_one, of_other FROM paku_merge_counts(%s, %s, %s)",
            [user.pk, one.pk, other.pk],
        )
        found = {table: numbers for table, *numbers in cursor.fetchall()}
    return [(label, *found[table]) for table, label in _WORDS.items() if any(found.get(table, ()))]
