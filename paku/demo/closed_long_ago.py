"""A file whose time is over: its path ended eleven years ago, and it stands on this month's list for two to approve."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from clients.models import CareRelationship, Client, OwnWords, OwnWorkerPeriod
from network.models import Member, Step
from network.models.member import MemberKind
from paku.demo.book import Book
from paku.demo.days import at
from pathways.actions.retention import propose
from pathways.models import PathEnd, Pathway, StageMove, Visit, VisitKind, VisitText
from pathways.models.stage import Ending, Stage

YEARS = 11 * 365 + 5
WORKER = "tyontekija"
NOTES = (
    (
        300,
        "Ensimmäinen kotikäynti Kolimalla. Kahvit juotiin, ja paperit käytiin läpi pöydän ääressä.",
    ),
    (
        190,
        "Sähkölasku on nyt maksusuunnitelmassa. Toivo soitti itse yhtiöön, minä istuin vieressä.",
    ),
    (40, "Kalaverkot on laskettu ja lasku maksettu. Sovittiin, ettei uutta käyntiä tarvita."),
)


def tell_closed_long_ago(book: Book) -> None:
    """Written last of all, and then the list is made as the job makes it."""
    days = book.days
    ended = days.ago(YEARS)
    began = ended - timedelta(days=320)
    worker = book.staff.users[WORKER]
    client = Client.objects.create(
        ref=book.chance.ref(), first_names="Toivo Ensio", last_name="Kolimalainen"
    )
    Client.objects.filter(pk=client.pk).update(created_at=at(began, 9, 0))
    care = CareRelationship.objects.create(
        ref=book.chance.ref(), client=client, team=book.staff.home(WORKER), own_worker=worker, started_on=began,
        ended_on=ended, ending=Ending.COPING,
    )  # fmt: skip
    OwnWorkerPeriod.objects.create(care=care, worker=worker, since=began, until=ended)
    path = Pathway.objects.create(
        ref=book.chance.ref(), client=client, care=care, matter="Työikäisten palvelut", opened_on=began,
        stage=Stage.CONTROLLED_EXIT, stage_since=ended - timedelta(days=60),
        last_contact_on=ended - timedelta(days=40), ended_on=ended,
        ending=Ending.COPING,
    )  # fmt: skip
    for stage, before, why in (
        (Stage.EARLY_SUPPORT, 320, "Sähköt olivat katketa, ja veli soitti."),
        (Stage.CONTROLLED_EXIT, 60, "Arki kulkee, laskut ovat maksussa."),
    ):
        StageMove.objects.create(
            path=path, stage=stage, on=ended - timedelta(days=before), why=why, carried_by=worker.name, by=worker
        )  # fmt: skip
    _tell(book, path, worker, ended)


def _tell(book: Book, path: Pathway, worker: Any, ended: Any) -> None:
    home = VisitKind.objects.get(code="home")
    for before, note in NOTES:
        visit = Visit.objects.create(
            ref=book.chance.ref(),
            path=path,
            worker=worker,
            kind=home,
            on=ended - timedelta(days=before),
        )
        VisitText.objects.create(visit=visit, author=worker, note=note)
    OwnWords.objects.create(
        client=path.client, question="dreams", text="Että vene kestäisi vielä yhden kesän.", heard_by=worker,
        said_on=ended - timedelta(days=300),
    )  # fmt: skip
    Member.objects.create(
        ref=book.chance.ref(), client=path.client, kind=MemberKind.CLOSE, name="Eino Kolimalainen", role="veli",
        since=ended - timedelta(days=320),
    )  # fmt: skip
    Step.objects.create(
        ref=book.chance.ref(), client=path.client, what="Soittaa sähköyhtiöön", due_on=ended - timedelta(days=200),
        agreed_on=ended - timedelta(days=300), done_on=ended - timedelta(days=190), agreed_by=worker, done_by=worker,
    )  # fmt: skip
    PathEnd.objects.create(path=path, words="Toivo pärjää omin voimin.", by=worker)
    propose()
