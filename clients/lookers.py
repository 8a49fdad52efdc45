"""Who has looked at one person's data, in words that the person understands: the screen and the paper tell the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max
from django.utils.translation import gettext as _

from clients.models.log_request import MONTHS_OF_LOG
from paku.audit.models import Entry
from paku.audit.models.entry import EntryQuerySet
from paku.audit.words import word, words
from paku.kit.dates import months_after
from paku.kit.pages import Order, Page, page
from paku.kit.query import Query, cursor
from paku.printing.sections import parts_of

NEWEST_FIRST: Order = [("at", "desc"), ("id", "desc")]
SIZE = 40
MOST_LOOKERS = 200


class LookersQuery(Query):
    """A place in the list; whose list it is stands in the address by ref."""

    after = cursor()


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as it is told to the person whom it is about. No field of it is a text of the file."""

    at: datetime
    who: str
    role: str
    unit: str
    what: str
    parts: str
    why: str
    reason: str
    recipient: str
    ground: str
    serial: str
    ended: str

    @property
    def is_given(self) -> bool:
        return bool(self.ground)


@dataclass(frozen=True, slots=True)
class Looker:
    """A worker who is on the list, as they were when they last looked, and how often."""

    ref: UUID | None
    name: str
    role: str
    unit: str
    times: int
    last: datetime


def two_years(today: date) -> date:
    """The first day of what is told without a special reason."""
    return months_after(today, -MONTHS_OF_LOG)


def entries(person: UUID, since: date, until: date) -> EntryQuerySet:
    """Everything on the trail about the person in these days, the newest first."""
    return Entry.objects.about(person, since, until).between(since, until).order_by("-at", "-id")


def entries_page(person: UUID, since: date, until: date, after: str) -> Page[Entry]:
    """One statement."""
    return page(entries(person, since, until), order=NEWEST_FIRST, after=after, size=SIZE)


def lookers(person: UUID, since: date, until: date) -> list[Looker]:
    """Each worker once, who looked last first; one statement."""
    found = (
        entries(person, since, until)
        .order_by()
        .values("actor_ref")
        .annotate(
            name=Max("actor_name"), role=Max("actor_role"), unit=Max("actor_unit"),
            times=Count("*"), last=Max("at"),
        )
        .order_by("-last", "actor_ref")[:MOST_LOOKERS]
    )  # fmt: skip
    return [
        Looker(
            row["actor_ref"],
            row["name"],
            roles(row["role"]),
            row["unit"],
            row["times"],
            row["last"],
        )
        for row in found
    ]


def told(rows: Iterable[Entry], *, unnamed: Collection[UUID] = ()) -> list[Told]:
    """One line for each entry, in the language in force. `unnamed`: workers whose names are left out."""
    return [_told(entry, entry.actor_ref in unnamed) for entry in rows]


def _told(entry: Entry, is_unnamed: bool) -> Told:
    is_of_one = len(set(entry.client_refs)) <= 1
    return Told(
        at=entry.at,
        who=_("name left out") if is_unnamed else entry.actor_name,
        role=roles(entry.actor_role),
        unit=entry.actor_unit,
        what=f"{entry.sentence}: {entry.page}" if entry.outcome == "denied" else entry.sentence,
        parts=parts(entry),
        why=word("purpose", entry.purpose),
        # what was typed of several people may tell of another than the reader
        reason=entry.reason if is_of_one else "",
        recipient=entry.recipient,
        ground=words("ground", entry.ground),
        serial=str(entry.details.get("serial", "")),
        ended="" if entry.outcome == "ok" else str(entry.get_outcome_display()),
    )


def roles(codes: str) -> str:
    """“sosiaaliohjaaja, esihenkilö”"""
    return words("role", codes, between=", ")


def parts(entry: Entry) -> str:
    """What was shown: on a paper by the titles of its parts, on a page by the words that rooms have for them."""
    titles: dict[str, Any] = {part.name: part.title for part in parts_of("summary")}
    is_paper = bool(entry.recipient) or "serial" in entry.details
    return ", ".join(
        str(titles[name])
        if name in titles and (is_paper or word("section", name) == name)
        else word("section", name)
        for name in entry.sections
    )
