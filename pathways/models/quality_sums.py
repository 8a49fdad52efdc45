"""The quality list summed for the teams that one leads, by half-year; nobody's name (domain 1.4).

Told to the end of the last whole month, so that nobody's answers are seen by looking today and again tomorrow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from pathways.models.quality import Held, QualityItem


@dataclass(frozen=True, slots=True)
class ItemSum:
    """One sentence: persons by answer, None where it is not told; `worded_on` when it was worded anew meanwhile."""

    item: QualityItem
    cells: list[tuple[Held, int | None]]
    worded_on: date | None


@dataclass(slots=True)
class TeamSum:
    """`people`: how many were asked; a team of which fewer than five were asked is not there at all."""

    name: str
    people: int = 0
    cells: dict[tuple[str, str], int | None] = field(default_factory=dict)
    items: list[ItemSum] = field(default_factory=list)


def quality_sums(leader: Any, since: date, until: date) -> list[TeamSum]:
    """Two statements. The database itself leaves out what would tell of fewer than five persons (migration 0170)."""
    teams: dict[str, TeamSum] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT team, code, answer, people FROM paku_quality_sums(%s, %s, %s)"
            " ORDER BY team, code",
            [leader.pk, since, until],
        )
        for name, code, answer, people in cursor.fetchall():
            team = teams.setdefault(name, TeamSum(name))
            if code:
                team.cells[code, answer] = people
            else:
                team.people = people
    items = list(QualityItem.objects.not_over(since).filter(since__lte=until))
    for team in teams.values():
        team.items = list(_items(team, items, since))
    return list(teams.values())


def _items(team: TeamSum, rows: Iterable[QualityItem], since: date) -> Iterable[ItemSum]:
    """By the last wording of the period, in the order of the list."""
    newest: dict[str, QualityItem] = {}
    for row in sorted(rows, key=lambda one: one.since):
        newest[row.code] = row
    for row in sorted(newest.values(), key=lambda one: (one.order, one.code)):
        cells = [(answer, team.cells.get((row.code, answer.value))) for answer in Held]
        yield ItemSum(row, cells, row.since if row.since > since else None)
