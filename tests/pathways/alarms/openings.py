"""One opening of each kind, as the trail has it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from clients.models import StandIn
from paku.access.models import User
from paku.audit.models import Entry
from paku.kit.dates import HELSINKI
from pathways.actions.alarms import look
from pathways.models import Alarm, Pathway
from tests.factories import today

A_DAY = timedelta(days=1)


def at(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=HELSINKI)


def days_ago(number: int) -> date:
    return today() - number * A_DAY


def opened(path: Pathway, by: User, day: date, relation: str = "stand_in", **fields: Any) -> Entry:
    return Entry.objects.create(**{
        "at": at(day), "deed": "clients.opened", "actor_ref": by.ref, "actor_name": by.name,
        "actor_role": by.role_now, "client_refs": [path.client.ref], "relation": relation, **fields,
    })  # fmt: skip


def stood_in(path: Pathway, by: User, day: date) -> None:
    """A reason was stated, and the file was opened."""
    StandIn.objects.create(
        client=path.client, worker=by, reason="call", words="Asiakas soitti",
        began_at=at(day, 9), ends_at=at(day + A_DAY, 9),
    )  # fmt: skip
    opened(path, by, day)


def searched(by: User, day: date, *found: Any, asked: str = "a" * 64) -> Entry:
    return Entry.objects.create(
        at=at(day), deed="clients.searched", actor_ref=by.ref, actor_name=by.name, actor_role=by.role_now,
        client_refs=[path.client.ref for path in found], details={"query": asked, "found": len(found)},
    )  # fmt: skip


def nights_pass(since: date) -> None:
    """Every day from then up to yesterday is looked at, each the night after it."""
    while since < today():
        look(since, since + A_DAY)
        since += A_DAY


def the_alarm(rule: str = "stand_in", **fields: Any) -> Alarm:
    """An asked one, a day old; `worker` and `team` by name."""
    day = days_ago(2)
    return Alarm.objects.create(**{
        "rule": rule, "on": day, "seen_at": at(day), "deed": "clients.opened", "raised_on": days_ago(1),
        "answer_by": today() + 6 * A_DAY, **fields,
    })  # fmt: skip
