"""Raimo has asked for a copy of everything that is kept of him: it waits for its answer, with three weeks left."""

from __future__ import annotations

from datetime import timedelta

from clients.models import Client, SubjectRequest
from clients.models.subject_request import MONTHS_TO_ANSWER, AskedHow
from paku.demo.book import Book
from paku.kit.dates import months_after

WHO, DAYS_AGO = "Lehtosaarinen", 9


def tell_whole_file_asked(book: Book) -> None:
    """Written down by the own worker at the kitchen table."""
    day = book.days.today - timedelta(days=DAYS_AGO)
    client = Client.objects.with_care().get(last_name=WHO)
    care = client.care
    if care is None or care.own_worker is None:
        return
    SubjectRequest.objects.create(
        client=client,
        received_on=day,
        due_on=months_after(day, MONTHS_TO_ANSWER),
        asked_how=AskedHow.IN_PERSON,
        filed_by=care.own_worker,
    )
