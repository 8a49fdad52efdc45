"""Clocks of the demo: Raimo asked for a talk, one assessment is late; the others are in the official system."""

from __future__ import annotations

from datetime import timedelta

from paku.demo.book import Book
from paku.kit.dates import is_working_day, working_days_after
from paku.reminders.models import Clock
from pathways.models import Assessment, ClockRun, Pathway
from pathways.models.clock_run import Outcome
from pathways.models.due_clocks import ASKED_FOR, DONE

ASKED, WORKING_DAYS_AGO = "Lehtosaarinen", 5
WORDS = "Miten vuokrarästi ja sähkölasku saadaan maksettua ilman, että ruoka loppuu."


def tell_clocks(book: Book) -> None:
    """After everything else has been written."""
    today, by = book.days.today, book.staff.users["tyontekija"]
    clocks = {clock.code: clock for clock in Clock.objects.on(today)}
    asked_on = today
    for _day in range(WORKING_DAYS_AGO):
        asked_on -= timedelta(days=1)
        while not is_working_day(asked_on):
            asked_on -= timedelta(days=1)
    path = Pathway.objects.open().get(client__last_name=ASKED)
    ClockRun.objects.create(
        path=path, clock=clocks["talk"], code="talk", started_on=asked_on, words=WORDS, author=by,
        due_on=working_days_after(asked_on, clocks["talk"].days),
    )  # fmt: skip
    ready = Assessment.objects.filter(ready_at__isnull=False).values("path")
    young = Pathway.objects.open().exclude(pk__in=ready).filter(opened_on__gte=today - ASKED_FOR)
    mine = young.filter(
        care__own_worker=book.staff.users["ohjaaja"], opened_on__lt=today - timedelta(days=14)
    )
    late = mine.order_by("-opened_on", "pk").first()  # asked for, and not yet begun
    ClockRun.objects.bulk_create(
        ClockRun(
            path=one, clock=clocks[DONE], code=DONE, started_on=one.opened_on, outcome=Outcome.ELSEWHERE,
            ended_on=min(one.opened_on + timedelta(days=30), today), author=one.care.own_worker,
            ended_by=one.care.own_worker, due_on=clocks[DONE].term.last_day(one.opened_on) or today,
        )
        for one in young.select_related("care__own_worker").order_by("pk")
        if one != late
    )  # fmt: skip
