"""What the pages of the trail ask and show: entries by page, with the persons' names looked up as they are now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Now

from clients.deeds import Deed
from clients.models import Client
from paku.access.models import User
from paku.access.roles import May
from paku.audit import facts
from paku.audit.deeds import all_deeds
from paku.audit.models import Entry, Seal
from paku.audit.models.entry import EntryQuerySet
from paku.kit.pages import Order, Page, page
from paku.kit.query import Param, Query, choice, cursor, day, ref

NEWEST_FIRST: Order = [("at", "desc"), ("id", "desc")]
SIZE = 40
SITTING = timedelta(hours=12)  # no session lives longer


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


def trail_page(query: TrailQuery) -> Page[Entry]:
    """One statement; each entry comes with its link in the chain (`link`, `link_hash`), None while it waits."""
    seal = Seal.objects.filter(entry=OuterRef("id"), entry_at=OuterRef("at"))
    wanted = _wanted(query).annotate(
        link=Subquery(seal.values("number")), link_hash=Subquery(seal.values("hash"))
    )
    return page(wanted, order=NEWEST_FIRST, after=query.after, size=SIZE)


def stated_purpose(user: Any, person: UUID) -> str:
    """For what the user reads this person's entries, as stated in this session; "" when it has not been. The trail
    itself remembers it; one statement."""
    reasons = _reasons(user).filter(client_refs__contains=[person])
    return str(reasons.order_by("-at").values_list("purpose", flat=True).first() or "")


def stated_people(user: Any, people: Iterable[UUID]) -> set[UUID]:
    """Of these, those for whom the user has stated a reason in this session; one statement."""
    asked = set(people)
    shown = _reasons(user).filter(client_refs__overlap=list(asked))
    return asked & {one for refs in shown.values_list("client_refs", flat=True) for one in refs}


def _reasons(user: Any) -> EntryQuerySet:
    return Entry.objects.by(user.ref).filter(
        deed__in=(Deed.TRAIL_SEARCHED, Deed.TRAIL_REASON_GIVEN),
        session=facts.current().session,
        at__gte=Now() - SITTING,
    )


def own_page(user: Any, query: OwnTrailQuery) -> Page[Entry]:
    """What the user has done; one statement."""
    own = Entry.objects.by(user.ref).between(query.since, query.until)
    return page(own, order=NEWEST_FIRST, after=query.after, size=SIZE)


def _wanted(query: TrailQuery) -> EntryQuerySet:
    entries = Entry.objects.between(query.since, query.until)
    if query.client:
        entries = entries.about(query.client, query.since, query.until)
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


def names_stated(user: Any, people: Iterable[UUID]) -> dict[UUID, str]:
    """Names of those for whom the reader of the trail has stated a reason: to others a line gives a number only."""
    stated = stated_people(user, people)
    return names_for(user, stated) if stated else {}


def workers_called(text: str, *, most: int = 20) -> list[User]:
    """Accounts, closed ones too, whose name or user name has the text in it."""
    found = User.objects.filter(Q(name__icontains=text) | Q(username__icontains=text))
    return list(found.order_by("name", "pk")[:most])


def worker_name(ref_: UUID | None) -> Any:
    """The name that goes with a ref in the address; "" for none."""
    return (
        (User.objects.filter(ref=ref_).values_list("name", flat=True).first() or "") if ref_ else ""
    )
