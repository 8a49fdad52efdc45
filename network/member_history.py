"""Who came, what changed, who went: one person's network as a list of days, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from clients.models import Client
from network.models import Member, MemberTold, Tie
from network.models.tie import Ring


@dataclass(frozen=True, slots=True)
class Event:
    """`what` is came, went, role, tasks, visibility or ring; `before` and `after` are words, "" for none."""

    on: date
    member: Any
    what: str
    before: str = ""
    after: str = ""


def history_of(client: Client, today: date) -> list[Event]:
    """Until today; three statements for any number of members."""
    members = {one.pk: one for one in Member.objects.of(client).with_home().named()}
    told: dict[int, list[Any]] = {key: [] for key in members}
    for version in MemberTold.objects.of(client).in_order():
        told.setdefault(version.member_id, []).append(version)
    ties: dict[int, list[Any]] = {key: [] for key in members}
    for tie in Tie.objects.of(client).in_order():
        ties.setdefault(tie.member_id, []).append(tie)
    found = [
        event
        for key, member in members.items()
        for event in (*_days(member), *_versions(member, told[key]), *_moves(member, ties[key]))
    ]
    past = (event for event in found if event.on <= today)
    return sorted(past, key=lambda event: event.on, reverse=True)


def _days(member: Any) -> Iterator[Event]:
    yield Event(member.since, member, "came")
    if member.until:
        yield Event(member.until, member, "went")


def _versions(member: Any, told: list[Any]) -> Iterator[Event]:
    for then, now in pairwise(told):
        if then.role != now.role:
            yield Event(now.on, member, "role", then.role, now.role)
        if then.tasks != now.tasks:
            yield Event(now.on, member, "tasks", then.tasks, now.tasks)
        if then.visibility != now.visibility:
            words = then.get_visibility_display(), now.get_visibility_display()
            yield Event(now.on, member, "visibility", *words)


def _moves(member: Any, ties: list[Any]) -> Iterator[Event]:
    for then, now in pairwise(ties):
        if then.ring != now.ring:
            yield Event(now.since, member, "ring", str(Ring(then.ring).label), str(Ring(now.ring).label))  # fmt: skip
