"""A man met at the shore by a nickname has a file by his own name too: the page of possible duplicates finds both."""

from __future__ import annotations

from clients.models import Assignment, CareRelationship, Client, ContactPoint
from network.models import Member
from network.models.member import MayContact, MemberKind
from paku.demo.book import Book
from paku.demo.days import at

NAMED, SHORE = "Ruuttunen", "Rannan Reiska"
PAIR, PAIR_SINCE = "tyontekija", 6
NOTE = "Antoi itse: soittakaa, jos laituri on tyhjä."


def tell_two_files(book: Book) -> None:
    """After all lives have been written, before the rows are copied: one number in two files, and who may notice it."""
    people = [row for row in book.rows if isinstance(row, Client)]
    named = next(one for one in people if one.last_name == NAMED)
    shore = next(one for one in people if one.nickname == SHORE)
    number = next(
        row.value
        for row in book.rows
        if isinstance(row, ContactPoint) and row.client == named and row.kind == "phone"
    )
    book.rows.append(ContactPoint(client=shore, kind="phone", value=number, note=NOTE))
    _walk_beside(book, shore)


def _walk_beside(book: Book, client: Client) -> None:
    """The own worker of the named file has come along a week ago, as the pair."""
    care = next(
        row for row in book.rows if isinstance(row, CareRelationship) and row.client == client
    )
    user, since = book.staff.users[PAIR], book.days.ago(PAIR_SINCE)
    book.rows += [
        Assignment(care=care, worker=user, part="pair", since=since),
        Member(
            pk=book.keys.give(Member),
            ref=book.chance.ref(),
            client=client,
            kind=MemberKind.WORKER,
            name=user.name,
            role=f"{book.staff.rows[PAIR]['title']}, työpari",
            tasks="Tulee seuraavalla kerralla mukaan rantaan",
            user=user,
            phone=user.phone,
            may_contact=MayContact.NOT_ASKED,
            since=since,
        ),
    ]
    by = next(name for name, one in book.staff.users.items() if one == care.own_worker)
    details = {"part": "pair"}
    told_at = at(since, 9, 20)
    book.trail.tell(told_at, "clients.worker_assigned", by, client, care, details=details)
