"""Files whose time is over, the list of them, holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import factory
from django.db import connection
from factory.django import DjangoModelFactory

from clients.models import CareRelationship, Client, OwnWorkerPeriod
from paku.access.models import User
from paku.kit.dates import HELSINKI
from pathways.actions.retention import propose
from pathways.models import LegalHold, PathEnd, Pathway, RetentionRun
from tests.factories.care import ClientFactory
from tests.factories.days import today


class LegalHoldFactory(DjangoModelFactory):
    """A complaint is under way."""

    class Meta:
        model = LegalHold

    client = factory.SubFactory(ClientFactory)
    client_ref = factory.SelfAttribute("client.ref")
    why = "Kantelu on vireillä"
    review_on = factory.LazyFunction(lambda: today() + timedelta(days=180))


def years_ago(years: float) -> date:
    return today() - timedelta(days=round(years * 365.25) + 2)


def instant(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=HELSINKI)


def ended(path: Pathway, years: float = 10, **end: Any) -> Pathway:
    """The path and its care relationship as if they had ended so many years ago."""
    on = years_ago(years)
    CareRelationship.objects.filter(pk=path.care_id).update(
        started_on=on - timedelta(days=400), ended_on=on, ending="coping"
    )
    OwnWorkerPeriod.objects.filter(care=path.care_id).update(
        since=on - timedelta(days=400), until=on
    )
    Pathway.objects.filter(pk=path.pk).update(
        opened_on=on - timedelta(days=400), ended_on=on, ending="coping"
    )
    Client.objects.filter(pk=path.client_id).update(created_at=instant(on - timedelta(days=400)))
    PathEnd.objects.create(path=path, words="Sujuu omin voimin.", by=path.care.own_worker, **end)
    return path


def listed(path: Pathway) -> RetentionRun:
    """This month's list of the path's team."""
    propose()
    return RetentionRun.objects.get(team=path.care.team_id)


def approved(run: RetentionRun, *by: User) -> RetentionRun:
    """By these two, whoever they are."""
    with connection.cursor() as cursor:
        for user in by:
            cursor.execute("SELECT paku_approve_destruction(%s, %s)", [run.pk, user.pk])
            assert cursor.fetchone()[0] in ("first", "second")
    run.refresh_from_db()
    return run
