"""Tapering plans, controlled exits and the calls after them, of a few persons (thinning.toml). A few rows each."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from network.models import Member, Step
from paku.demo.book import Book
from paku.demo.days import at
from pathways.models import (
    AgreedRhythm,
    CheckIn,
    ExitItem,
    ExitReview,
    Pathway,
    StageMove,
    TaperingLook,
    TaperingPlan,
    TaperingStep,
)
from pathways.models.stage import Stage

FILE = Path(__file__).with_suffix(".toml")
ASKED = "Kevennetty tuki: katsotaan yhdessä, riittikö se, ja sovitaan seuraavasta"
CALLED = {
    1: "Soitto ja kuulumiset: 1 kuukausi tuen jälkeen",
    3: "Soitto ja kuulumiset: 3 kuukautta tuen jälkeen",
    6: "Soitto ja kuulumiset: 6 kuukautta tuen jälkeen",
}


def tell_thinning(book: Book) -> None:
    """After the persons are in the database."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    teller = _Teller(book)
    for row in told["plans"]:
        teller.plan(row)
    for row in told["exits"]:
        teller.exit(row)


class _Teller:
    """Finds by last names what the rows hold."""

    def __init__(self, book: Book) -> None:
        self.book, self.days = book, book.days
        self.paths = {r.client.last_name: r for r in book.rows if isinstance(r, Pathway)}

    def day(self, ago: int) -> date:
        return self.days.ago(ago) if ago > 0 else self.days.ahead(-ago)

    def plan(self, row: dict[str, Any]) -> None:
        path, by, made = self.paths[row["person"]], self._user(row), self.day(row["made"])
        asked = self._step(path, ASKED, self.day(row["ask"]), self.days.ago(42), by)
        plan = TaperingPlan.objects.create(
            path=path, by=by, made_on=made, at=at(made, 14, 30), looked_on=self.day(row["looked"]),
            client_words=row["client_words"], ask=asked,
        )  # fmt: skip
        for number, told in enumerate(row["steps"], start=1):
            begun = self.day(told["begun"]) if "begun" in told else None
            step = TaperingStep.objects.create(
                plan=plan, number=number, from_on=self.day(told["from"]), every_days=told["every"],
                how=told["how"], begun_on=begun, begun_by=by if begun else None,
            )  # fmt: skip
            if begun:
                AgreedRhythm.objects.create(
                    path=path, every_days=step.every_days, how=step.how, since=begun, by=by, at=at(begun, 14, 31),
                )  # fmt: skip
                Pathway.objects.filter(pk=path.pk).update(promised_days=step.every_days)
            if "held" in told:
                on = self.day(told["held_ago"])
                TaperingLook.objects.create(
                    step=step, on=on, held=told["held"], client_words=told["client_words"],
                    words=told["words"], by=by, at=at(on, 14, 40),
                )  # fmt: skip

    def exit(self, row: dict[str, Any]) -> None:
        path, by = self.paths[row["person"]], self._user(row)
        move = StageMove.objects.filter(path=path, stage=Stage.CONTROLLED_EXIT).latest("on", "pk")
        review = ExitReview.objects.create(
            path=path, what_remains=row["what_remains"], left_open=row["left_open"], move=move,
            version=1, begun_by=by, at=at(move.on, 13, 50),
        )  # fmt: skip
        ExitItem.objects.bulk_create(
            ExitItem(review=review, matter=matter, state=state, words=words, on=move.on, by=by)
            for matter, (state, words) in row["items"].items()
        )
        for told in row["calls"]:
            self._call(path, told, move.on, by)

    def _call(self, path: Pathway, told: dict[str, Any], agreed_on: date, by: Any) -> None:
        due = self.day(told["due"])
        done = due if "said" in told else None
        known = Step.objects.of(path.client).filter(what=told.get("step")).first()
        step = known or self._step(path, CALLED[told["months"]], due, agreed_on, by, done)
        CheckIn.objects.create(
            path=path, step=step, months=told["months"], at=at(agreed_on, 14, 10),
            **({"result": "reached", "on": done, "by": by, "client_words": told["said"],
                "what_next": told["next"]} if done else {}),
        )  # fmt: skip
        if done and (path.last_contact_on is None or done > path.last_contact_on):
            path.last_contact_on = done
            Pathway.objects.filter(pk=path.pk).update(last_contact_on=done)

    def _user(self, row: dict[str, Any]) -> Any:
        return self.book.staff.users[row["author"]]

    def _step(
        self,
        path: Pathway,
        what: str,
        due: date,
        agreed_on: date,
        by: Any,
        done: date | None = None,
    ) -> Step:
        """Minded by the worker's own row in the network."""
        doer = Member.objects.of(path.client).filter(user=by).first()
        return Step.objects.create(
            ref=self.book.chance.ref(), client=path.client, doer=doer, what=what, due_on=due,
            agreed_on=agreed_on, agreed_by=by, done_on=done, done_by=by if done else None,
        )  # fmt: skip
