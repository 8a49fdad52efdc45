"""What the people of the stories have allowed and forbidden, and what one of them has taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from clients.models import Client
from network.models import Consent, Member
from network.models.consent_kinds import ConsentKind, Manner, Scope
from network.models.member import MemberKind
from paku.access.models import User
from paku.demo.book import Book
from paku.demo.days import at


def tell_consents(book: Book, people: Sequence[Client]) -> None:
    """Rows of the first five persons: with their partners where they have one."""
    veikko, jenna, raimo, anneli, tero = people
    days, katri, sanna = book.days, book.staff.users["tyontekija"], book.staff.users["ohjaaja"]
    _add(book, raimo, sanna, 40, ConsentKind.MEETING, ["own_words", "steps", "path", "around"],
         purpose="Velkojen ja laskujen selvittäminen yhdessä")  # fmt: skip
    _add(book, jenna, katri, 170, ConsentKind.JOINT_PLAN, ["own_words", "steps"], how=Manner.WRITTEN,
         purpose="Yhteinen suunnitelma opinnoista", valid_until=days.today + timedelta(days=11))  # fmt: skip
    _add(book, anneli, katri, 25, ConsentKind.PERMIT, ["steps", "around"], how=Manner.WRITTEN,
         purpose="Kotikäynnit sovitaan terveyskeskuksen kanssa")  # fmt: skip
    _add(book, veikko, sanna, 60, ConsentKind.PROHIBITION, ["notes"], scope=Scope.DOCUMENT, to_anybody=True,
         purpose="En halua, että juttelumme kerrotaan eteenpäin")  # fmt: skip
    given = _add(book, tero, katri, 90, ConsentKind.CONTACT, ["steps"],
                 purpose="Soitto työllisyysalueelle työkokeilusta")  # fmt: skip
    if given:
        _take_back(book, given, sanna)


def _add(
    book: Book, client: Client, by: User, ago: int, kind: str, topics: list[str], *, to_anybody: bool = False,
    how: str = Manner.SPOKEN, **told: Any,
) -> Consent | None:  # fmt: skip
    member = None if to_anybody else _partner(book, client)
    if member is None and not to_anybody:
        return None
    on = book.days.ago(ago)
    given = Consent(
        pk=book.keys.give(Consent), ref=book.chance.ref(), thread=book.chance.ref(), client=client, kind=kind,
        member=member, topics=topics, how=how, given_on=on, explained_by=by.name, by=by, at=at(on, 14, 5), **told,
    )  # fmt: skip
    book.rows.append(given)
    _trail(book, "network.consent_given", given, by)
    return given


def _take_back(book: Book, given: Consent, by: User) -> None:
    on = book.days.ago(15)
    kept = (
        "client",
        "thread",
        "kind",
        "member",
        "topics",
        "purpose",
        "how",
        "given_on",
        "explained_by",
    )
    back = Consent(
        pk=book.keys.give(Consent), ref=book.chance.ref(), replaces=given, by=by, at=at(on, 10, 30), withdrawn_on=on,
        withdrawn_how=Manner.SPOKEN, withdrawn_why="Haluan hoitaa asian itse",
        **{name: getattr(given, name) for name in kept},
    )  # fmt: skip
    book.rows.append(back)
    _trail(book, "network.consent_withdrawn", back, by)


def _partner(book: Book, client: Client) -> Member | None:
    around = (row for row in book.rows if isinstance(row, Member) and row.client is client)
    there = (row for row in around if row.kind == MemberKind.PARTNER and row.until is None)
    return next(there, None)


def _trail(book: Book, deed: str, consent: Consent, by: User) -> None:
    details = {"kind": consent.kind, "topics": consent.topics}
    book.trail.tell(
        consent.at, deed, by.username, consent.client, consent, sections=["consents"],
        recipient=consent.to_whom, details=details,
    )  # fmt: skip
