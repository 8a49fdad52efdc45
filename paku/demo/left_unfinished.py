"""A visit that a colleague had not finished when he fell ill, and one that stands in the official record already."""

from __future__ import annotations

import json

from paku.demo.book import Book
from paku.demo.days import at
from paku.saving.models import Draft
from pathways.models import Pathway, Visit, VisitMoved

ABSENT, OWN_WORKER = "mikko", "ohjaaja"
NOTE = (
    "Käytiin yhdessä kaupassa ja kirjastossa. Katsottiin, miten laskun saa maksettua automaatilla. Hän maksoi kaksi"
    " laskua itse ja sanoi, että se kävi helpommin kuin luuli. Lupasin kysyä, onko"
)


def tell_left_unfinished(book: Book) -> None:
    """After the persons are in the database; whoever is not in the book is passed over."""
    users = book.staff.users
    paths = [row for row in book.rows if isinstance(row, Pathway) and not row.ended_on]
    mine = [path for path in paths if path.care.own_worker == users[OWN_WORKER]]
    for path in [one for one in mine if not one.client.is_restricted][-1:]:
        Draft.objects.create(
            author=users[ABSENT], key=f"visit/{path.ref}", form=book.chance.ref(),
            body=json.dumps({"note": NOTE, "kind": "home", "met": "yes"}), kept_at=at(book.days.plain(9), 15, 5),
        )  # fmt: skip
    for visit in Visit.objects.filter(worker=users[OWN_WORKER], met=True).newest_first()[1:2]:
        VisitMoved.objects.create(
            visit=visit, version=visit.version, on=book.days.today, by=users[OWN_WORKER]
        )
