"""Memos of the meeting with seven at the table, asked for together today: the job makes them when the demo starts."""

from __future__ import annotations

from clients.models import Client
from network.meetings.seats import kind_of, seats_at
from network.meetings.table import table_of
from network.models import Meeting, PaperBatch, PaperLine
from network.papers.meetings import meeting_paper
from network.papers.summaries import fingerprint
from paku.access.models import User
from paku.demo.book import Book

SWEDISH = "Johanna Päiväniemi"  # Kela's clerk asked for hers in Swedish


def ask_for_papers(book: Book, meeting: Meeting, by: User) -> None:
    """For everybody whom the ledger lets have one, the client first."""
    today = book.days.today
    client = Client.objects.with_care().get(pk=meeting.client_id)
    table, kind = table_of(meeting, today=today), kind_of(meeting)
    batch = PaperBatch.objects.create(
        ref=book.chance.ref(), meeting=meeting, kind=kind, on=today, asked_by=by
    )
    for seat in seats_at(table, client, today):
        if seat.why_not:
            continue
        language = "sv" if seat.name == SWEDISH else seat.language
        paper = meeting_paper(client, table, seat.hears, kind, language=language, today=today)
        PaperLine.objects.create(
            batch=batch,
            member=seat.hears.member if seat.hears else None,
            recipient=paper.recipient,
            language=language,
            fingerprint=fingerprint(paper),
        )
