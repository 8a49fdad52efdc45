"""Rows of nobody's file go when their time is over, a day before they stay; no declared time is only words."""

from __future__ import annotations

import uuid
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from network.models import DirectoryChange, PopUpDay, PopUpSeries
from paku.kit.dates import months_after
from paku.kit.forgetting import forget_what_has_run_out
from paku.kit.retention import declared_retention
from paku.saving.models import Draft, Submission
from pathways.models import OutreachEntry
from tests.factories import PopUpDayFactory, PopUpSeriesFactory, today, worker
from tests.factories.directory import DirectoryChangeFactory
from tests.factories.outreach import EntryFactory

pytestmark = pytest.mark.django_db

# what ends these: a job of their own, the next try or sign-in, the person's file, or the matter they are about
BY_OTHER_WAYS = {
    "access.Attempt", "access.Sitting", "clients.MergedRow", "network.DirectoryImport", "reminders.Delivery",
}  # fmt: skip
AS_THE_TRAIL = "12 y"  # nothing of it can be due before 2038


def draft(on):
    Draft.objects.keep(author=worker(), key=f"visit/{uuid.uuid4()}", form=uuid.uuid4(), body={})
    Draft.objects.update(kept_at=on)


def submission(on):
    Submission.objects.claim(author=worker(), submission_id=uuid.uuid4(), digest="x")
    Submission.objects.update(at=on)


def change(on):
    late = timezone.make_aware(datetime.combine(on, time(23)))
    DirectoryChangeFactory(outcome="declined", decided_by=worker(), decided_at=late, reason="ei")


def day(on):
    PopUpDayFactory(on=on)


def series(on):
    PopUpSeriesFactory(since=on, until=on)


def round_in_the_field(on):
    EntryFactory(on=on)


@pytest.mark.parametrize(
    ("make", "model", "days"), [(draft, Draft, 30), (submission, Submission, 90)]
)
def test_days_are_counted_from_the_moment(make, model, days):
    for minutes, left in ((-5, 1), (5, 0)):
        model.objects.all().delete()
        make(timezone.now() - timedelta(days=days, minutes=minutes))

        forget_what_has_run_out()

        assert model.objects.count() == left


@pytest.mark.parametrize(
    ("make", "model", "years"),
    [(change, DirectoryChange, 2), (day, PopUpDay, 2), (series, PopUpSeries, 2),
     (round_in_the_field, OutreachEntry, 10)],
)  # fmt: skip
def test_years_are_counted_from_the_day_itself(make, model, years):
    last = months_after(today(), -12 * years)
    for on in (last, last - timedelta(days=1)):
        make(on)

    gone = forget_what_has_run_out()

    assert (gone[model._meta.label], model.objects.count()) == (1, 1)


def test_what_waits_is_not_over():
    DirectoryChangeFactory()
    DirectoryChange.objects.update(asked_at=timezone.now() - timedelta(days=4000))

    assert forget_what_has_run_out()["network.DirectoryChange"] == 0


def test_every_time_that_is_declared_is_kept_by_somebody():
    bare = {
        model._meta.label
        for model, declared in declared_retention().items()
        if declared and declared.period[0].isdigit() and not declared.period.startswith(AS_THE_TRAIL)
        if not (declared.is_computable or declared.forgotten)
    }  # fmt: skip

    assert bare - BY_OTHER_WAYS == set()
