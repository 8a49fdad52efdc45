"""A path that has ended with its return ticket, and what spoke for the borders of others (ended.toml, borders.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from clients.models import Assignment, CareRelationship, OwnWorkerPeriod
from network.models import Member
from network.models.member import MemberKind
from paku.demo.book import Book
from paku.demo.days import at
from paku.demo.telling import FOLDER, life_of
from pathways.models import (
    BorderEvidence,
    BorderSign,
    EarlySupportCheck,
    PathEnd,
    Pathway,
    StageMove,
)

BORDERS = Path(__file__).with_name("borders.toml")


def tell_ended(book: Book) -> None:
    """One more person, whose path ended two months ago; written after all others."""
    told = tomllib.loads((FOLDER / "ended.toml").read_text(encoding="utf-8"))
    before = len(book.rows)
    book.write(life_of(told, book.days))
    _end(book, book.rows[before:], told["end"])


def _end(book: Book, rows: list[Any], end: dict[str, Any]) -> None:
    on, by = book.days.ago(end["ago"]), book.staff.users[end["by"]]
    path = next(row for row in rows if isinstance(row, Pathway))
    care = next(row for row in rows if isinstance(row, CareRelationship))
    path.ended_on = care.ended_on = on
    path.ending = care.ending = end["ground"]
    for row in rows:
        leaves = isinstance(row, OwnWorkerPeriod | Assignment) or (
            isinstance(row, Member) and row.kind == MemberKind.WORKER
        )
        if leaves and row.until is None:
            row.until = on
    book.rows.append(
        PathEnd(
            path=path,
            words=end["words"],
            what_remains=end["what_remains"],
            received_by=end["received_by"],
            received_on=book.days.ago(end["received"]),
            by=by,
            at=at(on, 14, 20),
        )
    )
    details = {"from": path.stage, "ground": end["ground"]}
    book.trail.tell(at(on, 14, 20), "pathways.ended", end["by"], path.client, path, details=details)
    book.trail.tell(
        at(on, 14, 20), "clients.care_ended", end["by"], path.client, care,
        details={"ending": end["ground"]},
    )  # fmt: skip


def tell_borders(book: Book) -> None:
    """At the first move of the person to the stage."""
    signs = {sign.code: sign for sign in BorderSign.objects.on(book.days.today)}
    moves: dict[tuple[str, str], StageMove] = {}
    for row in book.rows:
        if isinstance(row, StageMove):
            moves.setdefault((row.path.client.last_name, row.stage), row)
    rows: list[Any] = []
    for told in tomllib.loads(BORDERS.read_text(encoding="utf-8"))["borders"]:
        move = moves[told["person"], told["stage"]]
        rows += [
            BorderEvidence(move=move, sign=signs[code], words=words)
            for code, words in told["signs"].items()
        ]
        if "early" in told:
            rows.append(EarlySupportCheck(move=move, **told["early"]))
    book.rows += rows
