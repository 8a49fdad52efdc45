"""The five stories (stories/*.toml), one for each stage, read into lives."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from paku.demo.days import Days
from paku.demo.directory import pop_up_days
from paku.demo.life import Agreement, Around, Encounter, Life, Said, Stretch, Turn

FOLDER = Path(__file__).with_name("stories")
STAGES = ("outreach", "early_support", "intensive_support", "tapering", "controlled_exit")
OF_THE_PERSON = (
    "first_names",
    "last_name",
    "nickname",
    "born_on",
    "municipality",
    "village",
    "needs_plain_language",
)


def stories(days: Days) -> Iterator[Life]:
    """In the order of the ladder; dates count from today."""
    for stage in STAGES:
        told = tomllib.loads((FOLDER / f"{stage}.toml").read_text(encoding="utf-8"))
        yield life_of(told, days)


def life_of(told: dict[str, Any], days: Days) -> Life:
    """One person as a file of stories tells them."""
    person = told["person"]
    life = Life(
        person={name: person[name] for name in OF_THE_PERSON if name in person}
        | {"advice": _plain(person["advice"])},
        team="north",
        began_on=days.ago(person["began"]),
        how_began=person["how_began"],
        phones=[("phone", person["phone"], person.get("phone_note", ""))],
        own_workers=[_stretch(row, days) for row in told["workers"]],
        assigned=[_stretch(row, days) for row in told["assignments"]],
        words=[
            Said(row["question"], row["text"], days.ago(row["ago"]), row["heard_by"])
            for row in told["words"]
        ],
        around=[_around(row, days) for row in told["around"]],
        turns=[_turn(row, days) for row in told["turns"]],
    )
    if "address" in person:
        life.phones.append(("address", person["address"], ""))
    life.encounters = [_encounter(row, days) for row in told["visits"]]
    return life


def _plain(text: str) -> str:
    """Prose as it is shown: the file's line breaks inside a paragraph are the file's own."""
    return " ".join(text.split())


def _stretch(row: dict[str, Any], days: Days) -> Stretch:
    until = days.plain(row["until"]) if "until" in row else None
    return Stretch(row["worker"], days.ago(row["since"]), until, row.get("part", ""))


def _around(row: dict[str, Any], days: Days) -> Around:
    return Around(
        key=row["key"],
        kind="worker" if "user" in row else row["kind"],
        name=row.get("name", ""),
        role=row["role"],
        since=days.plain(row["since"]),
        tasks=row.get("tasks", ""),
        organisation=row.get("organisation", ""),
        user=row.get("user", ""),
        phone=row.get("phone", ""),
        until=days.plain(row["until"]) if "until" in row else None,
    )


def _turn(row: dict[str, Any], days: Days) -> Turn:
    return Turn(row["stage"], days.ago(row["ago"]), row["why"], row["what_next"], row["carried_by"])


def _encounter(row: dict[str, Any], days: Days) -> Encounter:
    on = days.ago(row["ago"])
    if row.get("at_pop_up"):
        on = max((day for day in pop_up_days(days) if day <= on), default=on)
    return Encounter(
        on=on,
        worker=row["worker"],
        kind=row["kind"],
        note=row["note"].strip(),
        said=row.get("said", ""),
        met=row.get("met", True),
        minutes=row.get("minutes"),
        km=row.get("km"),
        present=row.get("present", []),
        agreed=[_agreement(step, on, days) for step in row.get("steps", [])],
    )


def _agreement(row: dict[str, Any], on: date, days: Days) -> Agreement:
    if "due_in" in row:
        return Agreement(row["what"], row["doer"], days.ahead(row["due_in"]))
    due, done = on + timedelta(days=row["within"]), on + timedelta(days=row["done_after"])
    return Agreement(row["what"], row["doer"], due, days.past(done), row["outcome"])
