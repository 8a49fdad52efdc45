"""Pairs of the demo's persons: who does what, situation reports and guidance (pairs.toml)."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from paku.demo.book import Book
from paku.demo.days import at
from pathways.models import (
    Guidance,
    Pair,
    Pathway,
    ReportQuestion,
    ReportText,
    SituationReport,
)
from pathways.models.report import PARTS

FILE = Path(__file__).with_name("pairs.toml")
BESIDE = "jarjesto"


def tell_pairs(book: Book) -> None:
    """After all lives have been written, before the rows are copied."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    teller = _Teller(book)
    for row in told["pairs"]:
        teller.tell_pair(row)
    for row in told["reports"]:
        teller.tell_report(row)
    for row in told["guidance"]:
        teller.tell_guidance(row)


class _Teller:
    """Finds by names what the rows hold."""

    def __init__(self, book: Book) -> None:
        self.book, self.days, self.users = book, book.days, book.staff.users
        self.paths = {r.client.last_name: r for r in book.rows if isinstance(r, Pathway)}
        self.beside = self.users[BESIDE]

    def tell_pair(self, row: dict[str, Any]) -> None:
        since = self.days.ago(row["since"])
        worker = self.users[row["worker"]]
        due = self.days.today + timedelta(days=row["due"]) if "due" in row else None
        pair = Pair(
            ref=self.book.chance.ref(),
            path=self.paths[row["person"]],
            worker=worker,
            partner=self.beside,
            worker_duties=row["worker_duties"].strip(),
            partner_duties=row["partner_duties"].strip(),
            report_weeks=row.get("weeks"),
            report_due_on=due,
            since=since,
            by=worker,
            at=at(since, 13, 10),
        )
        self._write(pair, "pathways.pair_agreed", row["worker"], since)

    def tell_report(self, row: dict[str, Any]) -> None:
        sent = self.days.ago(row["sent"])
        answers = self._accepted(row) if row["state"] == "accepted" else {}
        report = SituationReport(
            pk=self.book.keys.give(SituationReport),
            ref=self.book.chance.ref(),
            path=self.paths[row["person"]],
            author=self.beside,
            state=row["state"],
            sent_on=sent,
            **answers,
        )
        self._write(report, "pathways.report_sent", BESIDE, sent)
        words = {name: row.get(name, "") for name in PARTS}
        self.book.rows.append(
            ReportText(
                ref=self.book.chance.ref(),
                report=report,
                author=self.beside,
                at=at(sent, 15, 40),
                **words,
            )
        )
        if answers:
            accepted = self.days.ago(row["accepted"])
            self._trail(report, "pathways.report_accepted", row["by"], accepted)
        else:
            self._ask_back(report, row)

    def tell_guidance(self, row: dict[str, Any]) -> None:
        given = self.days.ago(row["given"])
        guidance = Guidance(
            ref=self.book.chance.ref(),
            path=self.paths[row["person"]],
            partner=self.beside,
            asked_on=self.days.ago(row["asked_on"]) if "asked_on" in row else None,
            question=row.get("question", ""),
            given_by=self.users[row["by"]],
            given_on=given,
            asked=row["asked"],
            agreed=row["agreed"].strip(),
            at=at(given, 14, 30),
            **self._step(row, "partner"),
            **self._step(row, "worker"),
        )
        self._write(guidance, "pathways.guided", row["by"], given)

    def _ask_back(self, report: SituationReport, row: dict[str, Any]) -> None:
        asked = self.days.ago(row["asked"])
        self.book.rows.append(
            ReportQuestion(
                ref=self.book.chance.ref(),
                report=report,
                version=1,
                text=row["question"],
                by=self.users[row["by"]],
                on=asked,
                at=at(asked, 9, 20),
            )
        )
        self._trail(report, "pathways.report_asked_back", row["by"], asked)

    def _accepted(self, row: dict[str, Any]) -> dict[str, Any]:
        return {
            "accepted_by": self.users[row["by"]],
            "accepted_at": at(self.days.ago(row["accepted"]), 9, 5),
        }

    def _step(self, row: dict[str, Any], whose: str) -> dict[str, Any]:
        if f"{whose}_step" not in row:
            return {}
        due = self.days.ahead(row[f"{whose}_due"])
        return {f"{whose}_step": row[f"{whose}_step"], f"{whose}_step_by": due}

    def _write(self, made: Any, deed: str, by: str, on: Any) -> None:
        self.book.rows.append(made)
        self._trail(made, deed, by, on)

    def _trail(self, made: Any, deed: str, by: str, on: Any) -> None:
        self.book.trail.tell(at(on, 15, 45), deed, by, made.path.client, made)
