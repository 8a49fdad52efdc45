"""Alerts, a picture that somebody chose, and what is told to the named only (whole_persons.toml). A few rows each."""

from __future__ import annotations

import tomllib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from clients.models import Alert, Client, Meaning, Picture
from paku.demo.book import Book
from paku.kit.pictures import encode

FILE = Path(__file__).with_suffix(".toml")
SKY, SUN, LAKE, SHORE = "#f3d9b1", "#e4572e", "#2f6690", "#1d3b2a"


def tell_whole_persons(book: Book) -> None:
    """After the persons are in the database; whoever is not in the book is passed over."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    people = {row.last_name: row for row in book.rows if isinstance(row, Client)}
    for row in told["alerts"]:
        _alert(book, people[row["person"]], row)
    for row in told["meanings"]:
        worker = book.staff.users[row["heard_by"]]
        Meaning.objects.create(
            client=people[row["person"]],
            text=row["text"],
            said_on=book.days.ago(row["said"]),
            heard_by=worker,
            readers=[worker.pk],
        )
    for row in told["pictures"]:
        shown = encode(_lake())
        Picture.objects.create(
            client=people[row["person"]],
            image=shown.image,
            width=shown.width,
            height=shown.height,
            chosen_on=book.days.ago(row["chosen"]),
            added_by=book.staff.users[row["author"]],
        )


def _alert(book: Book, client: Client, row: dict[str, Any]) -> None:
    days = book.days
    Alert.objects.create(
        client=client,
        kind=row["kind"],
        text=row["text"],
        reason=row["reason"],
        is_told=True,
        told_words=row["told_words"],
        written_by=book.staff.users[row["author"]],
        written_on=days.plain(row["written"]),
        review_on=days.plain(-row["review_in"]),
        expires_on=days.plain(-row["expires_in"]),
    )


def _lake() -> bytes:
    """The home shore, as drawn as the demo needs: no real person's picture is in the world."""
    image = Image.new("RGB", (640, 640), SKY)
    draw = ImageDraw.Draw(image)
    draw.ellipse((250, 170, 390, 310), fill=SUN)
    draw.rectangle((0, 330, 640, 640), fill=LAKE)
    draw.polygon([(0, 330), (120, 250), (260, 330)], fill=SHORE)
    draw.polygon([(380, 330), (520, 230), (640, 330)], fill=SHORE)
    draw.ellipse((200, 360, 440, 380), fill=SUN)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
