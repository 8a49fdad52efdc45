"""Errands together, the debt-counselling queue of the area, what is done about it, what works, and what partners say
(errands.toml)."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from network.models import (
    FeedbackAnswer,
    FeedbackQuestion,
    Member,
    Organisation,
    PartnerFeedback,
    Service,
    Step,
)
from paku.demo.book import Book
from paku.demo.days import at
from pathways.models import (
    BreakKind,
    Errand,
    ErrandBefore,
    GoodPractice,
    Improvement,
    PathBreak,
    Pathway,
)
from pathways.models.errand_before import KEPT

FILE = Path(__file__).with_suffix(".toml")
SAID = {"k": "yes", "o": "partly", "e": "no", "-": "no_view"}
HOME, WAITING = "931", 7


def tell_errands(book: Book) -> None:
    """After the persons are in the database."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    paths = {row.client.last_name: row for row in book.rows if isinstance(row, Pathway)}
    for row in told["errands"]:
        _errand(book, paths[row["person"]], row)
    queue = _queue(book, told["queue"])
    for row in told["improvements"]:
        _improvement(book, row, queue)
    for row in told["practices"]:
        author = book.staff.users[row["author"]]
        GoodPractice.objects.create(
            ref=book.chance.ref(), what=row["what"], how=row["how"], by=author
        )
    for row in told["feedback"]:
        _feedback(book, row)


def _errand(book: Book, path: Pathway, row: dict[str, Any]) -> None:
    author, on = book.staff.users[row["author"]], book.days.ago(row["on"])
    decided = book.days.ago(row["decided"]) if "decided" in row else None
    doer = Member.objects.filter(client=path.client, user=author).first()
    minds = {"client": path.client, "doer": doer, "agreed_by": author, "agreed_on": on}
    steps: dict[str, Step] = {}
    if "expected" in row:
        steps["expected"] = Step.objects.create(
            ref=book.chance.ref(), what="Päätöksen pitäisi olla tullut",
            due_on=book.days.ahead(row["expected"]), done_on=decided,
            done_by=author if decided else None, **minds,
        )  # fmt: skip
    if "appeal" in row:
        steps["appeal"] = Step.objects.create(
            ref=book.chance.ref(), what="Muutoksenhaun viimeinen päivä",
            due_on=book.days.plain(-row["appeal"]), **minds,
        )  # fmt: skip
    made = Errand.objects.create(
        ref=book.chance.ref(), path=path, what=row["what"], on=on,
        channel=row["channel"], mandate=row["mandate"], by=author,
        municipality=path.client.municipality, decided_on=decided, decision=row.get("decision", ""),
        decided_by=author if decided else None, version=2 if "was" in row else 1, **_actor(row), **steps,
    )  # fmt: skip
    if "was" in row:
        _before(made, row, at(book.days.ago(row["corrected"]), 11))


def _before(errand: Errand, row: dict[str, Any], when: datetime) -> None:
    """How it stood until it was corrected."""
    as_it_is = {name: getattr(errand, name) for name in KEPT}
    ErrandBefore.objects.create(
        errand=errand, version=1, reason=row["reason"], by=errand.by, at=when, **{**as_it_is, "what": row["was"]}
    )  # fmt: skip


def _actor(row: dict[str, Any]) -> dict[str, Any]:
    if "organisation" in row:
        return {"organisation": Organisation.objects.get(name=row["organisation"])}
    home, _colon, name = row["service"].partition(": ")
    return {"service": Service.objects.get(organisation__name=home, name=name)}


def _queue(book: Book, row: dict[str, Any]) -> dict[str, Any]:
    """Persons of one municipality who have waited for the same thing half a year: enough of them to be told of."""
    at_home = Pathway.objects.filter(ended_on=None, client__municipality__code=HOME)
    mine = at_home.filter(client__is_protected=False, care__team=book.staff.teams["north"])
    waiting = list(mine.select_related("client", "care__own_worker").order_by("pk")[:WAITING])
    kind, actor = BreakKind.objects.get(code=row["kind"]), _actor(row)
    PathBreak.objects.bulk_create(
        PathBreak(
            path=path, kind=kind, stage=path.stage, since=book.days.ago(180 - 7 * number), effect=2,
            workaround=row["workaround"], municipality=path.client.municipality, author=path.care.own_worker, **actor,
        )
        for number, path in enumerate(waiting)
    )  # fmt: skip
    return {
        "kind": kind,
        "actor": actor["service"].organisation.name,
        "municipality": book.places[HOME],
    }


def _improvement(book: Book, row: dict[str, Any], queue: dict[str, Any]) -> None:
    owner = book.staff.users[row["owner"]]
    Improvement.objects.create(
        ref=book.chance.ref(), problem=row["problem"], owner=owner, by=owner,
        due_on=book.days.plain(-row["due"]), state=row["state"],
        changed=row["changed"], changed_on=book.days.ago(row["changed_on"]) if "changed_on" in row else None,
        **(queue if row.get("is_of_queue") else {}),
    )  # fmt: skip


def _feedback(book: Book, row: dict[str, Any]) -> None:
    """In the last whole month: a running half-year is told to its end."""
    day = book.days.ago(book.days.today.day)
    questions = list(FeedbackQuestion.objects.on(book.days.today).order_by("order"))
    author = book.staff.users["ohjaaja"]
    for number, letters in enumerate(row["answers"]):
        words = row["words"][number] if number < len(row["words"]) else ""
        made = PartnerFeedback.objects.create(
            ref=book.chance.ref(), kind=row["kind"], on=day, came="paper", words=words, by=author
        )
        FeedbackAnswer.objects.bulk_create(
            FeedbackAnswer(feedback=made, question=question, answer=SAID[letter])
            for question, letter in zip(questions, letters, strict=True)
        )
