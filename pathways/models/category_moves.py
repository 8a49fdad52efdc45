"""How many persons of the teams that one leads moved from one category to another, by quarter; nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from pathways.models.category import Category

QUARTERS = 8


@dataclass(frozen=True, slots=True)
class CategoryMove:
    """`was` empty: the first talk of a path; `became` empty: the path ended."""

    quarter: date
    was: str
    became: str
    people: int

    @property
    def when(self) -> str:
        return f"{self.quarter.month // 3 + 1}/{self.quarter.year}"

    @property
    def from_words(self) -> str:
        return str(Category(self.was).label) if self.was else _("first talk")

    @property
    def to_words(self) -> str:
        return str(Category(self.became).label) if self.became else _("the path ended")


def category_moves(leader: Any, today: date) -> list[CategoryMove]:
    """One statement. The database itself leaves out what fewer than five persons did (migration 0090)."""
    month = today.month - (today.month - 1) % 3
    since = date(today.year - QUARTERS // 4, month, 1)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT quarter, was, became, people FROM paku_category_moves(%s, %s)"
            " ORDER BY quarter DESC, was, became",
            [leader.pk, since],
        )
        return [CategoryMove(*row) for row in cursor.fetchall()]
