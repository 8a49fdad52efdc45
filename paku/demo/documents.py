"""Assessments and plans made together, one of them unfinished and one to be reviewed (documents.toml). A few rows."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from network.models import Member
from network.models.member import MemberKind
from paku.demo.book import Book
from paku.demo.days import at
from pathways.models import Assessment, Pathway, Plan
from pathways.models.document import Document

FILE = Path(__file__).with_suffix(".toml")
MODELS: dict[str, type[Document]] = {model.kind: model for model in (Assessment, Plan)}


def tell_documents(book: Book) -> None:
    """After the persons are in the database; a plan goes on from the assessment before it."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    paths = {row.client.last_name: row for row in book.rows if isinstance(row, Pathway)}
    for row in told["documents"]:
        _document(book, paths[row["person"]], row)


def _document(book: Book, path: Pathway, row: dict[str, Any]) -> None:
    days, author = book.days, book.staff.users[row["author"]]
    fields: dict[str, Any] = {**row["told"], "made_with": row["made_with"]}
    fields |= {
        name: days.ago(row[name]) for name in ("special_on", "rights_explained_on") if name in row
    }
    started = at(days.ago(row["started"]), 12, 30)
    if "ready" in row:
        on = days.ago(row["ready"])
        fields |= {"ready_on": on, "ready_at": at(on, 14, 10)}
        fields |= {"ready_by": author, "ready_role": row["role"]}
    if "moved" in row:
        fields |= {"moved_on": days.ago(row["moved"]), "moved_by": author}
    if "next_review" in row:
        fields["next_review_on"] = days.plain(-row["next_review"])
    if row["kind"] == Plan.kind:
        fields |= _around(path)
    MODELS[row["kind"]].objects.create(
        ref=book.chance.ref(), thread=book.chance.ref(), path=path, author=author, author_role=row["role"],
        started_at=started, edited_by=author, edited_at=fields.get("ready_at", started), **fields,
    )  # fmt: skip


def _around(path: Pathway) -> dict[str, Any]:
    """Who stood round the person, and the assessment that the plan goes on from."""
    found = list(Member.objects.of(path.client).named())
    keep = [
        (one.kind, {"ref": str(one.ref), "name": one.name, "role": one.role, "tasks": one.tasks})
        for one in found
    ]
    return {
        "partners": [kept for kind, kept in keep if kind == MemberKind.PARTNER],
        "close_ones": [kept for kind, kept in keep if kind == MemberKind.CLOSE],
        "assessment": Assessment.objects.ready().filter(path=path).first(),
    }
