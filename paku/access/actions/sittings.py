"""Sessions begin and end: by their person, by the fourth that begins, by a changed password, with the account."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now

from paku.access.agents import device_of
from paku.access.deeds import Deed
from paku.access.models.sitting import MOST_AT_ONCE, Sitting
from paku.audit.facts import address_of
from paku.audit.record import record


@transaction.atomic(savepoint=False)
def begin(*, request: Any, by: Any) -> None:
    """The last step of a sign-in: who sits here, and from where; of more than three the oldest ends."""
    request.session.save()
    Sitting.objects.filter(session_key=request.session.kept_key).update(
        user=by,
        agent=agent_of(request),
        address=address_of(request),
    )
    Sitting.objects.sweep()
    others = Sitting.objects.of(by).but(request.session.kept_key)
    beyond = others.order_by("-began_at")[MOST_AT_ONCE - 1 :]
    _end(others.filter(pk__in=beyond.values("pk")), by=by, why="too_many")


@transaction.atomic(savepoint=False)
def unlock(*, request: Any, by: Any) -> None:
    """The same session goes on, so that the page that waited can still be sent."""
    Sitting.objects.filter(session_key=request.session.kept_key).update(seen_at=Now())
    by.enter()
    record(Deed.UNLOCKED, by=by, purpose="sign_in")


@transaction.atomic(savepoint=False)
def end_one(*, ref: UUID, by: Any) -> int:
    """One of one's own; somebody else's, or one that has ended already, is simply not there."""
    return _end(Sitting.objects.of(by).filter(ref=ref), by=by, why="ended_by_hand")


@transaction.atomic(savepoint=False)
def end_others(*, request: Any, by: Any, why: str = "ended_by_hand") -> int:
    """All but the one in which this is asked."""
    return _end(Sitting.objects.of(by).but(request.session.kept_key), by=by, why=why)


@transaction.atomic(savepoint=False)
def end_all(*, user: Any) -> int:
    """With the account: the next request of any of its browsers is a stranger's."""
    return Sitting.objects.of(user).delete()[0]


def agent_of(request: Any) -> str:
    """What the browser says of itself, cut to what the row holds; never empty, so that it is asked only once."""
    return str(request.headers.get("User-Agent", ""))[:300] or "-"


def told(user: Any, here: str) -> list[dict[str, Any]]:
    """For the account page: each session in words, this one first."""
    found = Sitting.objects.live().of(user).order_by("-seen_at")
    rows = [
        {
            "ref": one.ref,
            "device": device_of(one.agent),
            "address": one.address,
            "began_at": one.began_at,
            "seen_at": one.seen_at,
            "is_this": one.session_key == here,
        }
        for one in found
    ]
    return sorted(rows, key=lambda row: not row["is_this"])


def _end(sittings: Any, *, by: Any, why: str) -> int:
    count = int(sittings.delete()[0])
    if count:
        details = {"count": count, "why": why}
        record(Deed.SESSIONS_ENDED, by=by, purpose="sign_in", details=details)
    return count
