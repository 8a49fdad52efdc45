"""Path breaks of the demo's persons and of their area, and what worked (obstacles.toml)."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from network.models import Organisation, Service
from paku.demo.book import Book
from paku.demo.days import at
from pathways.models import BreakKind, PathBreak, Pathway, StageMove, ThisWorked

FILE = Path(__file__).with_name("obstacles.toml")
WORDS = ("actor_words", "effect", "consequence", "workaround", "what_helped")


def tell_obstacles(book: Book) -> None:
    """After all lives have been written; whoever is not in the book is passed over."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    teller = _Teller(book)
    for row in told["breaks"]:
        teller.tell_break(row)
    for row in told["worked"]:
        teller.tell_worked(row)


class _Teller:
    """Finds by names what the rows hold."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.paths = {r.client.last_name: r for r in book.rows if isinstance(r, Pathway)}
        self.moves = [row for row in book.rows if isinstance(row, StageMove)]
        self.kinds = {kind.code: kind for kind in BreakKind.objects.on(book.days.today)}
        self.services = {
            f"{one.organisation.name}: {one.name}": one
            for one in Service.objects.select_related("organisation")
        }

    def tell_break(self, row: dict[str, Any]) -> None:
        since = self.book.days.ago(row["since"])
        until = self.book.days.ago(row["until"]) if "until" in row else None
        seen = self._seen(row)
        marked = PathBreak(
            kind=self.kinds[row["kind"]],
            stage=self._stage(seen.get("path"), since),
            since=since,
            until=until,
            over_by=seen["author"] if until else None,
            at=at(since, 15, 20),
            **{name: row[name] for name in WORDS if name in row},
            **seen,
        )
        self._write(marked, "pathways.break_marked", row, since, {"kind": row["kind"]})
        if until:
            self._trail(marked, "pathways.break_over", row, until, {"kind": row["kind"]})

    def tell_worked(self, row: dict[str, Any]) -> None:
        on = self.book.days.ago(row["on"])
        marked = ThisWorked(what=row["what"], on=on, at=at(on, 15, 25), **self._seen(row))
        self._write(marked, "pathways.worked_marked", row, on, {})

    def _seen(self, row: dict[str, Any]) -> dict[str, Any]:
        """Of whose path or which team, where, whose service, by whom."""
        path = self.paths[row["person"]] if "person" in row else None
        seen: dict[str, Any] = {
            "ref": self.book.chance.ref(),
            "author": self.book.staff.users[row["author"]],
        }
        if path:
            home = path.client
            seen |= {"path": path, "municipality": home.municipality, "village": home.village}
        else:
            code, _space, village = row["place"].partition(" ")
            places = self.book.places, self.book.villages
            seen |= {"team": self.book.staff.teams["north"], "municipality": places[0][code]}
            seen |= {"village": places[1][code, village]} if village else {}
        return seen | self._actor(row.get("service", ""))

    def _actor(self, name: str) -> dict[str, Service | Organisation]:
        if name in self.services:
            return {"service": self.services[name]}
        return {"organisation": self.book.organisations[name]} if name else {}

    def _stage(self, path: Pathway | None, day: date) -> str:
        made = [move.stage for move in self.moves if move.path is path and move.on <= day]
        return made[-1] if path and made else ""

    def _write(
        self, marked: Any, deed: str, row: dict[str, Any], on: date, details: dict[str, str]
    ) -> None:
        self.book.rows.append(marked)
        self._trail(marked, deed, row, on, details)

    def _trail(
        self, marked: Any, deed: str, row: dict[str, Any], on: date, details: dict[str, str]
    ) -> None:
        self.book.trail.tell(
            at(on, 15, 30), deed, row["author"], marked.client, marked, details=details
        )
