"""The quality list as persons of the team have answered it (quality.toml): a letter for each of the sentences."""

from __future__ import annotations

import tomllib
from pathlib import Path

from paku.demo.book import Book
from paku.demo.days import at
from pathways.models import Pathway, QualityAnswer, QualityCheck, QualityItem

FILE = Path(__file__).with_suffix(".toml")
SAID = {"k": "yes", "o": "partly", "e": "no", "-": "not_asked"}


def tell_quality(book: Book) -> None:
    """After the persons are in the database."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["asked"]
    paths = {row.client.last_name: row for row in book.rows if isinstance(row, Pathway)}
    items = list(QualityItem.objects.on(book.days.today).order_by("order"))
    made = QualityCheck.objects.bulk_create(
        QualityCheck(
            path=paths[row["person"]],
            on=book.days.ago(row["on"]),
            asked_at=row["at"],
            filled_with=row.get("filled_with", "together"),
            words=row.get("words", ""),
            by=book.staff.users[row["author"]],
            at=at(book.days.ago(row["on"]), 15, 20),
        )
        for row in rows
    )
    QualityAnswer.objects.bulk_create(
        QualityAnswer(check_made=check, item=item, answer=SAID[letter])
        for check, row in zip(made, rows, strict=True)
        for item, letter in zip(items, row["answers"], strict=True)
    )
