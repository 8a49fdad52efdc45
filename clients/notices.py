"""What people are told of at once: standing in, emergencies, exclusions, files for named workers only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse

from clients.models import (
    Alert,
    Assignment,
    BreakGlass,
    Client,
    Exclusion,
    Merge,
    Restriction,
    StandIn,
    Substitute,
)
from paku.access.roles import May
from paku.reminders.models import Delivery
from paku.reminders.telling import Told, newest_first, references, teller

STAND_IN = "stand_in"
STOOD_IN_OFTEN = "stood_in_often"
EMERGENCY = "emergency"
REVIEW_LATE = "emergency_review_late"
OWN_WORKER_SHUT_OUT = "own_worker_shut_out"
REMOVAL_ASKED = "exclusion_removal_asked"
RESTRICTED = "file_restricted"
LIFTING_ASKED = "lifting_asked"
LIFTED = "restriction_lifted"
MERGED = "files_merged"
UNMERGED = "merge_undone"
ALERT_REVIEW = "alert_review"
SUBSTITUTE = "named_substitute"
BESIDE = "named_beside"
OF_STAND_INS, OF_EMERGENCIES = (STAND_IN, STOOD_IN_OFTEN), (EMERGENCY, REVIEW_LATE)
OF_EXCLUSIONS = (OWN_WORKER_SHUT_OUT, REMOVAL_ASKED)
OF_RESTRICTIONS = (RESTRICTED, LIFTING_ASKED, LIFTED)
OF_MERGES = (MERGED, UNMERGED)
KINDS = (
    *OF_STAND_INS, *OF_EMERGENCIES, *OF_EXCLUSIONS, *OF_RESTRICTIONS, *OF_MERGES, ALERT_REVIEW, SUBSTITUTE, BESIDE
)  # fmt: skip


def minders_of(client: Client) -> set[int]:
    """Keys of the own worker and of today's substitute (of a client fetched `with_care`)."""
    care = client.care
    if care is None:
        return set()
    standing_in = getattr(care, "live_substitute", None)
    return {care.own_worker_id, *([standing_in.worker_id] if standing_in else [])} - {None}


def watchers_of(client_id: int) -> set[int]:
    """Keys of the supervisors of the client's team and of the privacy officers; one statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT paku_watchers(%s)", [client_id])
        return {row[0] for row in cursor.fetchall()}


@teller(*KINDS, template="clients/notices/told.html", order=10)
def told(user: Any, notices: Sequence[Delivery], today: date) -> list[Told]:
    """The newest first; one statement for each sort of thing that there are notices of."""
    abouts: list[Any] = []
    for kinds, find in _SORTS:
        if wanted := references(one for one in notices if one.kind in kinds):
            abouts += find(user, wanted, today)
    known = newest_first(notices, abouts, holds=_still_holds)
    if user.may(May.REVIEW_EMERGENCY):
        known = [_to_review(one) if one.kind in OF_EMERGENCIES else one for one in known]
    return known


def _to_review(one: Told) -> Told:
    return replace(one, url=reverse("clients:review-emergency", args=[one.about.ref]))


def _stand_ins(user: Any, refs: list[UUID], today: date) -> Iterable[Any]:
    return StandIn.objects.filter(ref__in=refs).shown_to(user).with_people()


def _emergencies(user: Any, refs: list[UUID], today: date) -> Iterable[Any]:
    return BreakGlass.objects.unreviewed().filter(ref__in=refs).shown_to(user).with_people()


def _exclusions(user: Any, refs: list[UUID], today: date) -> Iterable[Any]:
    return Exclusion.objects.still_to_tell().filter(ref__in=refs).shown_to(user).with_people()


def _restrictions(user: Any, refs: list[UUID], today: date) -> Iterable[Any]:
    return Restriction.objects.filter(ref__in=refs).shown_to(user).with_people()


def _merges(user: Any, refs: list[UUID], today: date) -> Iterable[Any]:
    return Merge.objects.told_to(user).filter(ref__in=refs)


def _alerts(user: Any, refs: list[UUID], today: date) -> Iterable[Any]:
    return Alert.objects.to_review(today).filter(ref__in=refs).with_people()


def _standing_in(user: Any, refs: list[UUID], today: date) -> Iterable[Any]:
    mine = Substitute.objects.not_over(today).filter(ref__in=refs, worker=user)
    return mine.select_related("care__client", "care__own_worker")


def _beside(user: Any, refs: list[UUID], today: date) -> Iterable[Any]:
    mine = Assignment.objects.not_over(today).filter(ref__in=refs, worker=user)
    return mine.select_related("care__client", "care__own_worker")


_SORTS: tuple[tuple[tuple[str, ...], Callable[[Any, list[UUID], date], Iterable[Any]]], ...] = (
    (OF_STAND_INS, _stand_ins),
    (OF_EMERGENCIES, _emergencies),
    (OF_EXCLUSIONS, _exclusions),
    (OF_RESTRICTIONS, _restrictions),
    (OF_MERGES, _merges),
    ((ALERT_REVIEW,), _alerts),
    ((SUBSTITUTE,), _standing_in),
    ((BESIDE,), _beside),
)


def _still_holds(kind: str, about: Any) -> bool:
    """Three kinds tell of one restriction, each of a turn of its own."""
    if kind == RESTRICTED:
        return about.ended_at is None
    return kind != LIFTING_ASKED or about.is_asked_to_end
