"""A calendar file as RFC 5545 asks: lines of 75 octets at most, CRLF, text escaped, instants in UTC.

    written("Pop-up days", [Event(uid="…", starts_at=…, ends_at=…, summary="Kela", location="Kunnantalo")], at=now)

What goes in leaves the house with it: no name of a client and no reason for coming, ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from paku.kit.dates import HELSINKI

CONTENT_TYPE = "text/calendar; charset=utf-8"
OCTETS = 75


@dataclass(frozen=True, slots=True)
class Event:
    """Instants with a time zone; `uid` stays the same when the event is moved or cancelled."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    location: str = ""
    description: str = ""
    is_cancelled: bool = False
    sequence: int = 0  # grows with every change that a calendar must be told of


def in_finland(day: date, at: time) -> datetime:
    """The instant of a clock on a Finnish wall."""
    return datetime.combine(day, at, HELSINKI)


def written(name: str, events: Iterable[Event], *, at: datetime) -> bytes:
    """`at`: when it was written (DTSTAMP)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Paku//FI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for event in events:
        lines += _event(event, at)
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def escaped(text: str) -> str:
    """No line end and no separator gets through as itself."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(text.splitlines())


def _event(event: Event, at: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    yield f"DTSTAMP:{_utc(at)}"
    yield f"DTSTART:{_utc(event.starts_at)}"
    yield f"DTEND:{_utc(event.ends_at)}"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.location:
        yield f"LOCATION:{escaped(event.location)}"
    if event.description:
        yield f"DESCRIPTION:{escaped(event.description)}"
    if event.sequence:
        yield f"SEQUENCE:{event.sequence}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _utc(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> Iterator[bytes]:
    """Pieces of 75 octets with their leading blank, none of which breaks a letter in two."""
    piece = b""
    for letter in line:
        coded = letter.encode()
        if len(piece) + len(coded) > OCTETS:
            yield piece
            piece = b" "
        piece += coded
    yield piece
