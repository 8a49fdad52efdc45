"""Goals with their judgements, 3X10D and the dignity check of a few persons (goals.toml). A few rows each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from clients.models import Client
from network.models import Member, Step
from paku.demo.book import Book
from paku.demo.days import at
from pathways.models import (
    Attainment,
    CategoryTalk,
    DignityCheck,
    DignityTask,
    Goal,
    GoalStep,
    GoalText,
    OtherMeasure,
    Pathway,
    TenDimensions,
)
from pathways.models.category_talk import AROUND, NEED, OWN

FILE = Path(__file__).with_suffix(".toml")
WORDS = (
    "client_words", "worker_words", "agreed", "much_less", "less", "hoped", "more", "much_more", "helps", "hinders",
)  # fmt: skip


def tell_goals(book: Book) -> None:
    """After the persons are in the database."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    teller = _Teller(book)
    for row in told["goals"]:
        teller.goal(row)
    for row in told["ten"]:
        teller.ten(row)
    for row in told["others"]:
        OtherMeasure.objects.create(
            **teller.seen(row), name=row["name"], value=row["value"], note=row["note"]
        )
    for row in told["dignity"]:
        teller.dignity(row)
    for row in told["talks"]:
        teller.talk(row)


class _Teller:
    """Finds by last names what the rows hold."""

    def __init__(self, book: Book) -> None:
        self.book, self.days = book, book.days
        self.paths = {r.client.last_name: r for r in book.rows if isinstance(r, Pathway)}

    def seen(self, row: dict[str, Any]) -> dict[str, Any]:
        """On whose path, when and by whom."""
        on = self.days.ago(row["on"])
        by = self.book.staff.users[row["author"]]
        return {"path": self.paths[row["person"]], "on": on, "by": by, "at": at(on, 15, 10)}

    def goal(self, row: dict[str, Any]) -> None:
        path, since = self.paths[row["person"]], self.days.ago(row["since"])
        author = self.book.staff.users[row["author"]]
        goal = Goal.objects.create(path=path, since=since, at=at(since, 15, 5))
        words = {name: row[name] for name in WORDS if name in row}
        text = GoalText.objects.create(goal=goal, author=author, at=at(since, 15, 5), **words)
        Attainment.objects.bulk_create(
            Attainment(
                goal=goal,
                text=text,
                by=author,
                level=one["level"],
                filled_with=one["filled_with"],
                note=one["note"],
                on=self.days.ago(one["on"]),
                at=at(self.days.ago(one["on"]), 15, 10),
            )
            for one in row["judged"]
        )
        if "step" in row:
            named = Step.objects.of(path.client).filter(what__icontains=row["step"])
            GoalStep.objects.bulk_create(GoalStep(goal=goal, step=step) for step in named)

    def ten(self, row: dict[str, Any]) -> None:
        names = ("occasion", "filled_with", "own_item", "own_value", "words")
        told = {name: row[name] for name in names if name in row}
        TenDimensions.objects.create(**self.seen(row), **told, **row["values"])

    def dignity(self, row: dict[str, Any]) -> None:
        seen = self.seen(row)
        words = {f"{part}_words": said for part, said in row["words"].items()}
        check = DignityCheck.objects.create(**seen, **row["answers"], **words)
        for task in row["tasks"]:
            step = self._step(seen["path"].client, task, seen)
            DignityTask.objects.create(check_made=check, part=task["part"], step=step)

    def talk(self, row: dict[str, Any]) -> None:
        """How support is arranged: the suggestion is made from the answers, as in the product."""
        answers = dict(zip((*OWN, *AROUND), row["own"], strict=True))
        answers |= dict(zip(NEED, row["need"], strict=True))
        names = ("parties", "chosen", "client_agrees", "client_words")
        said = {name: row[name] for name in names}
        talk = CategoryTalk(**self.seen(row), **answers, **said)
        if talk.suggestion:
            talk.suggested = talk.suggestion.category.value
        talk.save()

    def _step(self, client: Client, task: dict[str, Any], seen: dict[str, Any]) -> Step:
        """By the worker who asked; done on its day, or still open."""
        done = self.days.ago(task["done"]) if "done" in task else None
        due = task["due"]
        return Step.objects.create(
            ref=self.book.chance.ref(),
            client=client,
            doer=Member.objects.of(client).filter(user=seen["by"]).first(),
            what=task["what"],
            due_on=self.days.ago(due) if due > 0 else self.days.ahead(-due),
            agreed_on=seen["on"],
            agreed_by=seen["by"],
            done_on=done,
            done_by=seen["by"] if done else None,
        )
