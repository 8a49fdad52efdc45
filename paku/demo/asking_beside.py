"""A worker has asked that the near-worker walks beside a client too; it waits for who leads the team."""

from __future__ import annotations

from clients.models import Assignment, CareRelationship
from clients.models.assignment import Part
from paku.access.models import Membership
from paku.access.roles import Role
from paku.demo.book import Book
from paku.demo.days import at
from paku.reminders.actions.notices import tell
from pathways.models import AskedNaming
from pathways.notices.namings import ASKED

ASKER, NEAR = "tyontekija", "jarjesto"
WHY = "Asuu samassa kylässä ja käy siellä muutenkin viikoittain. Hän sanoi, että tutulle on helpompi avata ovi."


def tell_asked_namings(book: Book) -> None:
    """After the persons are in the database; nothing where nobody is left to be asked for."""
    users, asked_on = book.staff.users, book.days.plain(1)
    beside = set(Assignment.objects.filter(worker=users[NEAR]).values_list("care", flat=True))
    mine = [
        row
        for row in book.rows
        if isinstance(row, CareRelationship)
        and not (row.ended_on or row.client.is_restricted or row.pk in beside)
        and row.own_worker == users[ASKER]
    ]
    for care in mine[-1:]:
        asked = AskedNaming.objects.create(
            ref=book.chance.ref(), client=care.client, care=care, worker=users[NEAR], part=Part.NEAR_WORKER,
            since=book.days.today, until=book.days.ahead(90), why=WHY, asked_by=users[ASKER],
            asked_at=at(asked_on, 14, 20),
        )  # fmt: skip
        leads = Membership.objects.on(book.days.today).filter(team=care.team, role=Role.SUPERVISOR)
        tell(ASKED, asked.ref, to=set(leads.values_list("user", flat=True)), today=asked_on)
