"""Outreach without a person (outreach.toml): rounds in the villages, and people known by a nickname."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from paku.demo.book import Book
from paku.demo.copying import reserve
from paku.demo.days import at
from pathways.models import OutreachContact, OutreachEntry, OutreachMeeting

FILE = Path(__file__).with_name("outreach.toml")
WRITTEN_AT = 15


def tell_outreach(book: Book) -> None:
    """The team's diary and its contacts, one of them close to the end of its time."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for row in told["rounds"]:
        book.rows.append(_round(book, row))
    for row in told["contacts"]:
        book.rows += _contact(book, row)


def _round(book: Book, row: dict[str, Any]) -> OutreachEntry:
    on = book.days.ago(row["ago"])
    return OutreachEntry(
        **_where(book, row),
        on=on,
        hours=Decimal(row["hours"]),
        people_met=row["people_met"],
        travel_km=Decimal(row["travel_km"]),
        themes=row["themes"],
        breaks_seen=row.get("breaks_seen", ""),
        note=row["note"],
        logged_at=at(on, WRITTEN_AT),
    )


def _contact(book: Book, row: dict[str, Any]) -> list[Any]:
    met_on = book.days.ago(row["ago"])
    again = [(one, book.days.ago(one["ago"])) for one in row.get("again", [])]
    contact = OutreachContact(
        pk=reserve(OutreachContact, 1)[0],
        **_where(book, row),
        taken_by=book.staff.users[row["taken_by"]],
        nickname=row["nickname"],
        how_to_find=row["how_to_find"],
        words=row["words"],
        is_urgent=row.get("is_urgent", False),
        met_on=met_on,
        last_met_on=max([met_on, *(on for _one, on in again)]),
        logged_on=met_on,
    )
    return [contact, *(_meeting(book, contact, one, on) for one, on in again)]


def _meeting(book: Book, contact: OutreachContact, row: dict[str, Any], on: date) -> Any:
    return OutreachMeeting(
        contact=contact,
        on=on,
        words=row["words"],
        note=row["note"],
        author=book.staff.users[row["worker"]],
        at=at(on, WRITTEN_AT),
    )


def _where(book: Book, row: dict[str, Any]) -> dict[str, Any]:
    """Who, whose and where; refs are drawn so that the world is the same each time."""
    code, village = row["municipality"], row.get("village", "")
    return {
        "ref": book.chance.ref(),
        "author": book.staff.users[row["worker"]],
        "team": book.staff.home(row["worker"]),
        "place": row["place"],
        "municipality": book.places[code],
        "village": book.villages[code, village] if village else None,
    }
