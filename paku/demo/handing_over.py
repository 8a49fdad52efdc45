"""A handover that waits for the instructor's answer, one that was declined, and substitutes of coming holidays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from clients.models import CareRelationship, Substitute
from paku.demo.book import Book
from paku.demo.days import at
from paku.reminders.actions.notices import tell
from pathways.gathering import gather
from pathways.models import Handover
from pathways.models.handover import HandoverOutcome, WhyHandedOver
from pathways.notices.handovers import OFFERED

GIVER, RECEIVER, OTHER = "hannele", "ohjaaja", "mikko"
LETTER = (
    "Tavattiin viimeksi keittiön pöydän ääressä. Hän avaa oven, kun soittaa ensin ja kertoo, kuka on tulossa."
    " Kirjeet luetaan yhdessä, yksi kerrallaan. Lupasin, ettei hän joudu kertomaan kaikkea alusta: lue hänen"
    " omat sanansa ennen käyntiä."
)
WHY_NOT = "Olen tässä kylässä vain joka toinen viikko, ja hän tarvitsee tihempää. Kysytkö Outilta?"


def tell_handovers(book: Book) -> None:
    """After the persons are in the database; whoever is not in the book is passed over."""
    mine = [row for row in book.rows if isinstance(row, CareRelationship) and not row.ended_on]
    of_giver = [care for care in mine if care.own_worker == book.staff.users[GIVER]]
    ready = [care for care in of_giver if not care.client.is_restricted][:2]
    if len(ready) == 2:
        _offered(book, ready[0], RECEIVER, ago=1, letter=LETTER, joint=6)
        _offered(book, ready[1], OTHER, ago=20, letter="", outcome=HandoverOutcome.DECLINED)
    for number, care in enumerate(mine[:2]):
        others = [OTHER, RECEIVER, GIVER]
        name = next(one for one in others if book.staff.users[one] != care.own_worker)
        _away(book, care, name, begins=12 + 30 * number)


def _offered(
    book: Book, care: CareRelationship, to: str, *, ago: int, letter: str, joint: int = 0, outcome: str = ""
) -> Handover:  # fmt: skip
    on, users = book.days.plain(ago), book.staff.users
    giver: Any = care.own_worker
    answered: dict[str, Any] = (
        {"outcome": outcome, "answered_by": users[to], "answered_at": at(on, 15), "answer": WHY_NOT}
        if outcome
        else {}
    )
    row = Handover.objects.create(
        client=care.client, care=care, giver=giver, receiver=users[to], from_team=care.team,
        team=care.team, why=WhyHandedOver.PLACE, letter=letter, gathered=gather(care, book.days.today),
        told_on=on, has_joint_visit=bool(joint),
        joint_on=book.days.today + timedelta(days=joint) if joint else None,
        offered_by=giver, offered_on=on, offered_at=at(on, 13), **answered,
    )  # fmt: skip
    if not outcome:
        tell(OFFERED, row.ref, to=[row.receiver_id], today=on)
    return row


def _away(book: Book, care: CareRelationship, name: str, *, begins: int) -> None:
    """Two weeks of holiday."""
    first = book.days.today + timedelta(days=begins)
    Substitute.objects.create(
        care=care, worker=book.staff.users[name], since=first, until=first + timedelta(days=13)
    )
