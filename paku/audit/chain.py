"""Sealing and checking: sha256 over the previous hash and the entry in one canonical form."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from paku.audit.models import Entry, Seal

log = logging.getLogger(__name__)

START = "0" * 64
# no transaction lives longer: an entry cannot surface further back than this
OVERLAP = timedelta(days=1)
BATCH = 2000
TOLD_EVERY = 15 * 60  # seconds: how often the head is told outside the database
# Written out, so that a column added later does not change the hash of what was sealed before it.
SEALED = (
    "id", "at", "deed", "outcome", "actor_ref", "actor_name", "actor_role", "actor_unit", "provider",
    "relation", "purpose", "reason", "client_refs", "object_type", "object_ref", "sections", "recipient",
    "ground", "details", "address", "session", "request",
)  # fmt: skip
# Columns that came later: hashed where they hold something, so that what was sealed before them stays whole, and
# neither filling an empty one nor emptying a filled one goes unnoticed.
SEALED_IF_FILLED = (
    "version", "permission", "on_behalf", "approver_ref", "approver_name", "approver_role", "claimed_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `verify_trail` found: `broken` names the first wrong link, `unsealed` counts what is not chained yet."""

    links: int
    unsealed: int
    broken: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """How far the chain reaches, for the trail's page: the newest link (None: nothing sealed yet) and what waits."""

    head: Seal | None
    unsealed: int


def canonical(entry: Entry) -> bytes:
    """The sealed columns as JSON that depends neither on locale nor on the connection's time zone."""
    row = {name: getattr(entry, name) for name in SEALED}
    later = {name: getattr(entry, name) for name in SEALED_IF_FILLED}
    row |= {name: value for name, value in later.items() if value not in (None, "")}
    row |= {
        name: value.astimezone(UTC).isoformat()
        for name, value in row.items()
        if isinstance(value, datetime)
    }
    return json.dumps(
        row, sort_keys=True, ensure_ascii=True, separators=(",", ":"), default=str
    ).encode()


def link(previous: str, entry: Entry) -> str:
    """The hash of the next link."""
    return hashlib.sha256(previous.encode() + canonical(entry)).hexdigest()


def seal_entries(limit: int = BATCH) -> int:
    """Chain up to `limit` committed entries; 0 when another sealer holds the chain or nothing waits."""
    with transaction.atomic():
        if not _hold_the_chain():
            return 0
        head = _head()
        number, previous = (head.number, head.hash) if head else (0, START)
        seals = []
        for entry in _waiting(head).order_by("id")[:limit]:
            number, before, previous = number + 1, previous, link(previous, entry)
            seals.append(
                Seal(
                    number=number, entry=entry.id, entry_at=entry.at, previous=before, hash=previous
                )
            )
        Seal.objects.bulk_create(seals)
    if seals:
        _tell_outside(head, seals[-1])
    return len(seals)


def state() -> State:
    """Two statements, however long the trail is."""
    head = _head()
    return State(head, _waiting(head).count())


def verify(known: tuple[int, str] | None = None) -> Verdict:
    """Walk the whole chain. A changed entry, a removed one and a cut or renumbered chain are each named.

    `known` is a (number, hash) once told outside the database: only it can show that the chain's end was cut off.
    """
    number, previous = 0, START
    for seals in _in_batches():
        entries = _entries_of(seals)
        for seal in seals:
            number += 1
            if broken := _fault(number, previous, seal, entries):
                return Verdict(number - 1, 0, broken)
            if known and number == known[0] and seal.hash != known[1]:
                return Verdict(
                    number - 1,
                    0,
                    f"link {number} is not the one that was told: the chain has been rewritten",
                )
            previous = seal.hash
    if known and number < known[0]:
        return Verdict(
            number,
            0,
            f"the chain ends at link {number}, but link {known[0]} has been: its end has been cut off",
        )
    return Verdict(number, _unsealed(Entry.objects.all()).count())


def _fault(
    number: int, previous: str, seal: Seal, entries: dict[tuple[UUID, datetime], Entry]
) -> str:
    if seal.number != number:
        return f"link {number} is missing from the chain"
    entry = entries.get((seal.entry, seal.entry_at))
    if entry is None:
        return f"entry {seal.entry} of link {number} has been removed"
    if seal.previous != previous or seal.hash != link(previous, entry):
        return f"entry {seal.entry} of link {number} has been changed"
    return ""


def _entries_of(seals: list[Seal]) -> dict[tuple[UUID, datetime], Entry]:
    """By id and time (the table's key), reading only the months that these links are about."""
    times = [seal.entry_at for seal in seals]
    found = Entry.objects.filter(
        id__in=[seal.entry for seal in seals], at__range=(min(times), max(times))
    )
    return {(entry.id, entry.at): entry for entry in found.order_by()}


def _hold_the_chain() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('paku.audit.chain'))")
        return bool(cursor.fetchone()[0])


def _head() -> Seal | None:
    return Seal.objects.order_by("-number").first()


def _waiting(head: Seal | None) -> QuerySet[Entry]:
    """Not chained yet, since a day before the head's own entry was *inserted* (its id tells when; `at` may lie further
    back in an imported history). So a sealer that was stopped for a week goes on where it was, entry by entry."""
    if head is None:
        return Entry.objects.all()
    inserted = (
        datetime.fromtimestamp((head.entry.int >> 80) / 1000, UTC)
        if head.entry.version == 7
        else head.sealed_at
    )
    since = min(inserted, head.sealed_at) - OVERLAP
    return _unsealed(Entry.objects.filter(id__gte=UUID(int=int(since.timestamp() * 1000) << 80)))


def _unsealed(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    return entries.filter(
        ~Exists(Seal.objects.filter(entry=OuterRef("id"), entry_at=OuterRef("at")))
    ).order_by()


def _in_batches() -> Iterator[list[Seal]]:
    after = 0
    while batch := list(Seal.objects.filter(number__gt=after).order_by("number")[:BATCH]):
        yield batch
        after = batch[-1].number


def _tell_outside(before: Seal | None, head: Seal) -> None:
    """Every quarter of an hour the head goes to the log: whoever rewrites the database cannot rewrite that."""
    quarter = int(timezone.now().timestamp()) // TOLD_EVERY
    if before is None or int(before.sealed_at.timestamp()) // TOLD_EVERY != quarter:
        log.info("trail head %d:%s", head.number, head.hash)
