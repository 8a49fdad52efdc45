"""Partners' feedback summed by kind of organisation and half-year; what would tell of fewer than five stays hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from network.models.organisation import OrganisationKind
from network.models.partner_feedback import FeedbackQuestion, Said

OTHERS = "others"


@dataclass(frozen=True, slots=True)
class QuestionSum:
    """One sentence: answers of each kind, None where it is not told."""

    question: FeedbackQuestion
    cells: list[tuple[Said, int | None]]


@dataclass(slots=True)
class GroupSum:
    """A kind of organisation, or those kinds together that are too few to be told one by one."""

    kind: str
    people: int = 0
    cells: dict[tuple[str, str], int | None] = field(default_factory=dict)
    items: list[QuestionSum] = field(default_factory=list)

    @property
    def label(self) -> Any:
        return _("others together") if self.kind == OTHERS else OrganisationKind(self.kind).label


def feedback_sums(since: date, until: date) -> list[GroupSum]:
    """The largest group first; two statements. The database itself hides (migration 0110)."""
    groups: dict[str, GroupSum] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, code, answer, people FROM paku_feedback_sums(%s, %s) ORDER BY kind, code",
            [since, until],
        )
        for kind, code, answer, people in cursor.fetchall():
            group = groups.setdefault(kind, GroupSum(kind))
            if code:
                group.cells[code, answer] = people
            else:
                group.people = people
    asked = list(FeedbackQuestion.objects.not_over(since).filter(since__lte=until))
    for group in groups.values():
        group.items = list(_items(group, asked))
    return sorted(groups.values(), key=lambda one: (one.kind == OTHERS, -one.people, one.kind))


def feedback_words(since: date, until: date) -> list[str]:
    """Own words in an order that tells nothing, of all kinds together; none when fewer than five have answered."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM paku_feedback_words(%s, %s)", [since, until])
        return [words for (words,) in cursor.fetchall()]


def _items(group: GroupSum, rows: Iterable[FeedbackQuestion]) -> Iterable[QuestionSum]:
    """By the last wording of the period, in the order of the list."""
    newest: dict[str, FeedbackQuestion] = {}
    for row in sorted(rows, key=lambda one: one.since):
        newest[row.code] = row
    for row in sorted(newest.values(), key=lambda one: (one.order, one.code)):
        cells = [(answer, group.cells.get((row.code, answer.value))) for answer in Said]
        yield QuestionSum(row, cells)
