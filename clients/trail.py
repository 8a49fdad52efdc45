"""What the pages of the trail ask and show: entries by page, with the persons' names looked up as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from clients.models import Client
from paku.access.models import User
from paku.access.roles import May
from paku.audit.deeds import all_deeds
from paku.audit.models import Entry
from paku.audit.models.entry import EntryQuerySet
from paku.audit.words import word
from paku.kit.pages import Order, Page, page
from paku.kit.query import Param, Query, choice, cursor, day, ref
from paku.printing.sections import parts_of

NEWEST_FIRST: Order = [("at", "desc"), ("id", "desc")]
SIZE = 40
TONES = {"ok": "good", "denied": "warn", "error": "bad"}


class OwnTrailQuery(Query):
    """One's own entries, by day."""

    since = day()
    until = day()
    after = cursor()


class TrailQuery(OwnTrailQuery):
    """Persons and workers by their refs only: names never stand in an address."""

    client = ref()
    who = ref()
    deed = Param(lambda raw: raw if raw in all_deeds() else None, "")
    only = choice("disclosures", "refusals")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as it is read: codes in words, the first person by name and how many others there were."""

    entry: Entry
    client: str
    client_url: str
    others: int
    who_url: str

    @property
    def roles(self) -> str:
        return ", ".join(word("role", role) for role in self.entry.actor_role.split(", ") if role)

    @property
    def purpose(self) -> str:
        return word("purpose", self.entry.purpose)

    @property
    def ground(self) -> str:
        return word("ground", self.entry.ground)

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
        titles = {part.name: part.title for part in parts_of("summary")}
        return ", ".join(str(titles[name]) for name in self.entry.sections if name in titles)


def trail_page(query: TrailQuery) -> Page[Entry]:
    """One statement."""
    return page(_wanted(query), order=NEWEST_FIRST, after=query.after, size=SIZE)


def own_page(user: Any, query: OwnTrailQuery) -> Page[Entry]:
    """What the user has done; one statement."""
    own = Entry.objects.by(user.ref).between(query.since, query.until)
    return page(own, order=NEWEST_FIRST, after=query.after, size=SIZE)


def _wanted(query: TrailQuery) -> EntryQuerySet:
    entries = Entry.objects.between(query.since, query.until)
    if query.client:
        entries = entries.about(query.client)
    if query.who:
        entries = entries.by(query.who)
    if query.deed:
        entries = entries.filter(deed=query.deed)
    if query.only == "disclosures":
        return entries.disclosures()
    return entries.refusals() if query.only == "refusals" else entries


def names_for(user: Any, refs: Iterable[UUID]) -> dict[UUID, str]:
    """Names as they are now, one statement: all to the reader of the trail, to others those they may still see."""
    people = Client.objects.all() if user.may(May.READ_TRAIL) else Client.objects.listed_for(user)
    found = people.filter(ref__in=set(refs)).only("ref", "first_names", "last_name", "nickname")
    return {client.ref: client.name for client in found.order_by()}


def lines(
    entries: Iterable[Entry],
    names: dict[UUID, str],
    *,
    about: UUID | None = None,
    link: Callable[..., str] | None = None,
) -> list[Line]:
    """`about` comes first on lines of many; `link` makes “everything about this person” and “by this worker”."""
    return [_line(entry, shown_person(entry, about), names, link) for entry in entries]


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
        client_url=link(client=person) if link and person else "",
        others=max(len(set(entry.client_refs)) - 1, 0),
        who_url=link(who=entry.actor_ref) if link and entry.actor_ref else "",
    )


def workers_called(text: str, *, most: int = 20) -> list[User]:
    """Accounts, closed ones too, whose name or user name has the text in it."""
    found = User.objects.filter(Q(name__icontains=text) | Q(username__icontains=text))
    return list(found.order_by("name", "pk")[:most])


def worker_name(ref_: UUID | None) -> Any:
    """The name that goes with a ref in the address; "" for none."""
    return (
        (User.objects.filter(ref=ref_).values_list("name", flat=True).first() or "") if ref_ else ""
    )
