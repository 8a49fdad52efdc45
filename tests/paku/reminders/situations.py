"""Days and people that these tests share. The morning is a Wednesday; the holidays are of the same year."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import F
from django.db.models.functions import Now

from network.models import Step
from paku.access.models import User
from paku.kit.dates import HELSINKI
from paku.reminders.models import Delivery
from tests.factories import CareFactory, StepFactory, worker

WEDNESDAY = date(2026, 3, 4)
MORNING = datetime(2026, 3, 4, 8, 0, tzinfo=HELSINKI)


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HELSINKI)


def a_step_due(on: date = WEDNESDAY, *, to: User | None = None, **fields: object) -> Step:
    """A client's own step: its minder is the own worker."""
    care = CareFactory(**({"own_worker": to} if to else {}))
    return StepFactory(client=care.client, due_on=on, agreed_by=care.own_worker, **fields)


def many_steps(workers: int, each: int) -> list[User]:
    """`each` steps due for each of the workers, some of them overdue."""
    users = [worker() for _ in range(workers)]
    for user in users:
        client = CareFactory(own_worker=user).client
        StepFactory.create_batch(each // 2, client=client, agreed_by=user, due_on=WEDNESDAY)
        StepFactory.create_batch(
            each - each // 2, client=client, agreed_by=user, due_on=WEDNESDAY - timedelta(days=3)
        )
    return users


def the_mail() -> Delivery:
    return Delivery.objects.mails().get()


def time_passes(**by: float) -> None:
    """As if the database's clock had moved on."""
    ago = timedelta(**by)
    Delivery.objects.update(
        next_try_at=F("next_try_at") - ago, trying_since=F("trying_since") - ago
    )
    Delivery.objects.filter(lease_until__isnull=False).update(lease_until=F("lease_until") - ago)


def minutes_to_next_try() -> int:
    waiting = Delivery.objects.mails().annotate(wait=F("next_try_at") - Now()).get()
    return round(waiting.wait.total_seconds() / 60)
