"""What the demo world's file openings by a reason looked like: a colleague's day, and one emergency, long over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from clients.models import BreakGlass, Client, StandIn
from clients.models.break_glass import BREAK_GLASS_LASTS
from clients.models.stand_in import STAND_IN_LASTS
from paku.demo.book import Book
from paku.demo.days import at
from paku.kit.dates import working_days_after


def tell_openings(book: Book, helped: Client, called: Client) -> None:
    """`helped` had another worker of the team for a day; `called` rang the next town when in danger."""
    book.rows += [_stood_in(book, helped), _emergency(book, called)]


def _stood_in(book: Book, client: Client) -> StandIn:
    began = at(book.days.ago(16), 9, 40)
    ended = began + timedelta(hours=5)
    words = "Omatyöntekijä on sairaana, ja asiakas soitti vuokrasta"
    row = StandIn(
        ref=book.chance.ref(),
        client=client,
        worker=book.staff.users["tyontekija"],
        reason="absence",
        words=words,
        began_at=began,
        ends_at=began + STAND_IN_LASTS,
        ended_at=ended,
    )
    stood: dict[str, Any] = {"reason": words, "details": {"reason": "absence"}}
    book.trail.tell(began, "clients.stood_in", "tyontekija", client, row, **stood)
    book.trail.tell(ended, "clients.stand_in_ended", "tyontekija", client, row)
    return row


def _emergency(book: Book, client: Client) -> BreakGlass:
    days, users = book.days, book.staff.users
    day = days.ago(33)
    began, words = at(day, 14, 20), "Soitti asemalta ja sanoi, ettei jaksa enää. Puhelu katkesi"
    ended = began + timedelta(hours=2, minutes=10)
    reviewed = at(working_days_after(day, 1), 10, 15)
    row = BreakGlass(
        ref=book.chance.ref(),
        client=client,
        worker=users["naapuri"],
        reason="life",
        words=words,
        began_at=began,
        ends_at=began + BREAK_GLASS_LASTS,
        ended_at=ended,
        review_due_on=working_days_after(day, 3),
        reviewed_by=users["esihenkilo"],
        reviewed_at=reviewed,
        was_justified=True,
        review="Henki oli vaarassa. Naapuritiimi sai läheisen numeron ja ohjasi avun paikalle.",
    )
    tell = book.trail.tell
    why: dict[str, Any] = {"reason": words, "details": {"reason": "life"}}
    during: dict[str, Any] = {"relation": "break_glass"}
    tell(began, "clients.emergency_begun", "naapuri", client, row, **why, **during)
    seen = began + timedelta(minutes=1)
    tell(seen, "clients.opened", "naapuri", client, sections=["contacts", "members"], **during)
    by_hand: dict[str, Any] = {"details": {"how": "by_hand"}}
    tell(ended, "clients.emergency_ended", "naapuri", client, row, **by_hand)
    justified: dict[str, Any] = {"details": {"was_justified": True}}
    tell(reviewed, "clients.emergency_reviewed", "esihenkilo", client, row, **justified)
    return row
