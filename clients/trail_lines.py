"""One entry of the trail as it is read: codes in words, the persons by name; and a worker's own entries by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.utils.timezone import localtime

from clients.lookers import parts, roles
from paku.audit.models import Entry
from paku.audit.words import word, words

TONES = {"ok": "good", "denied": "warn", "error": "bad"}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it is read: codes in words, the first person by name (by a number, where the reader has not said
    why they ask who it is) and how many others there were."""

    entry: Entry
    client: str
    number: str
    client_url: str
    others: int
    who_url: str

    @property
    def roles(self) -> str:
        return roles(self.entry.actor_role)

    @property
    def purpose(self) -> str:
        return word("purpose", self.entry.purpose)

    @property
    def right(self) -> str:
        return word("permission", self.entry.permission)

    @property
    def ground(self) -> str:
        return words("ground", self.entry.ground)

    @property
    def tone(self) -> str:
        return TONES[self.entry.outcome]

    @property
    def serial(self) -> str:
        return str(self.entry.details.get("serial", ""))

    @property
    def tried(self) -> str:
        """The page that was refused, by its name in the addresses."""
        return str(self.entry.details.get("page", "")) if self.entry.outcome == "denied" else ""

    @property
    def sections(self) -> str:
        return parts(self.entry)

    @property
    def authority(self) -> str:
        """By which relation the file was open."""
        return ", ".join(word("relation", one) for one in self.entry.relation.split(", ") if one)

    @property
    def approver_roles(self) -> str:
        return roles(self.entry.approver_role)

    @property
    def facts(self) -> list[tuple[str, object]]:
        """Codes, serials and counts that the deed itself has told, by their names; the page is told in words."""
        return sorted(pair for pair in self.entry.details.items() if pair[0] != "page")


def lines(
    entries: Iterable[Entry],
    names: dict[UUID, str],
    *,
    about: UUID | None = None,
    link: Callable[..., str] | None = None,
) -> list[Line]:
    """`about` comes first on lines of many; `link` makes “everything about this person” and “by this worker”."""
    return [_line(entry, shown_person(entry, about), names, link) for entry in entries]


def number_of(person: UUID) -> str:
    """What a person is called before a name may be shown: the same on every line."""
    return str(person)[:8]


def shown_person(entry: Entry, about: UUID | None = None) -> UUID | None:
    """Whom a line names, of all those whom the event showed; at a refusal, whose file was asked for."""
    if about and (about in entry.client_refs or entry.object_ref == str(about)):
        return about
    return next(iter(entry.client_refs), None)


def _line(
    entry: Entry, person: UUID | None, names: dict[UUID, str], link: Callable[..., str] | None
) -> Line:
    return Line(
        entry=entry,
        client=names.get(person, "") if person else "",
        number=number_of(person) if person else "",
        client_url=link(client=person) if link and person else "",
        others=max(len(set(entry.client_refs)) - 1, 0),
        who_url=link(who=entry.actor_ref) if link and entry.actor_ref else "",
    )


@dataclass(frozen=True, slots=True)
class OfPerson:
    """What was done with one person's data on one day; or with nobody's."""

    lines: list[Line]

    @property
    def first(self) -> Line:
        return self.lines[0]


def by_day_and_person(found: Iterable[Line]) -> list[tuple[date, list[OfPerson]]]:
    """Days, newest first; within a day the persons in the order in which they were last touched."""
    days = groupby(found, key=lambda line: localtime(line.entry.at).date())
    return [(day, _by_person(of_day)) for day, of_day in days]


def _by_person(found: Iterable[Line]) -> list[OfPerson]:
    groups: dict[object, list[Line]] = {}
    for line in found:
        groups.setdefault(shown_person(line.entry), []).append(line)
    return [OfPerson(group) for group in groups.values()]
