"""What people are told of at once: standing in, emergencies, exclusions, files for named workers only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection

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
from paku.kit.today import Today
from paku.reminders.models import Delivery

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
MOST = 50


@dataclass(frozen=True, slots=True)
class Told:
    """An unseen notice and what it is about."""

    notice: Delivery
    about: Any
    may_review: bool = False

    @property
    def kind(self) -> str:
        return self.notice.kind


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


def told(user: Any, unseen: list[Delivery] | None = None) -> list[Told]:
    """The newest first; one statement for the notices unless they are given, and one for each sort of thing that there
    are notices of. What is not the user's to see any more, and what has been settled, is not told of."""
    if unseen is None:
        unseen = Delivery.objects.notices_for(user).of_kinds(KINDS).newest(MOST)
    abouts: dict[Any, Any] = {}
    if wanted := _about(unseen, OF_STAND_INS):
        found: Any = StandIn.objects.filter(ref__in=wanted).shown_to(user).with_people()
        abouts |= {one.ref: one for one in found}
    if wanted := _about(unseen, OF_EMERGENCIES):
        found = BreakGlass.objects.unreviewed().filter(ref__in=wanted).shown_to(user).with_people()
        abouts |= {one.ref: one for one in found}
    if wanted := _about(unseen, OF_EXCLUSIONS):
        found = (
            Exclusion.objects.still_to_tell().filter(ref__in=wanted).shown_to(user).with_people()
        )
        abouts |= {one.ref: one for one in found}
    if wanted := _about(unseen, OF_RESTRICTIONS):
        found = Restriction.objects.filter(ref__in=wanted).shown_to(user).with_people()
        abouts |= {one.ref: one for one in found}
    if wanted := _about(unseen, OF_MERGES):
        found = Merge.objects.told_to(user).filter(ref__in=wanted)
        abouts |= {one.ref: one for one in found}
    if wanted := _about(unseen, (ALERT_REVIEW,)):
        waiting = Alert.objects.to_review(Today()).filter(ref__in=wanted).with_people()
        abouts |= {one.ref: one for one in waiting}
    abouts |= _standing_in(user, unseen) | _beside(user, unseen)
    reviews = user.may(May.REVIEW_EMERGENCY)
    return [
        Told(one, abouts[one.reference], reviews and one.kind in OF_EMERGENCIES)
        for one in sorted(unseen, key=lambda one: -one.pk)
        if one.reference in abouts and _still_holds(one.kind, abouts[one.reference])
    ]


def _standing_in(user: Any, unseen: list[Delivery]) -> dict[Any, Any]:
    """By ref, whom the user stands in for now or soon; one statement if there are notices of it."""
    wanted = _about(unseen, (SUBSTITUTE,))
    if not wanted:
        return {}
    mine = Substitute.objects.not_over(Today()).filter(ref__in=wanted, worker=user)
    return {one.ref: one for one in mine.select_related("care__client", "care__own_worker")}


def _beside(user: Any, unseen: list[Delivery]) -> dict[Any, Any]:
    """By ref, whom the user walks beside now or soon; one statement if there are notices of it."""
    wanted = _about(unseen, (BESIDE,))
    if not wanted:
        return {}
    mine = Assignment.objects.not_over(Today()).filter(ref__in=wanted, worker=user)
    return {one.ref: one for one in mine.select_related("care__client", "care__own_worker")}


def _still_holds(kind: str, about: Any) -> bool:
    """Three kinds tell of one restriction, each of a turn of its own."""
    if kind == RESTRICTED:
        return about.ended_at is None
    return kind != LIFTING_ASKED or about.is_asked_to_end


def _about(notices: list[Delivery], kinds: tuple[str, ...]) -> list[Any]:
    return [notice.reference for notice in notices if notice.kind in kinds]
