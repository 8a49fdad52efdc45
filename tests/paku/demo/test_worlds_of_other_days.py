"""The demo world loaded on awkward days: what it tells of the past could have happened."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from django.db import transaction

from clients.models import Assignment, CareRelationship, OwnWorkerPeriod, Substitute
from network.models import Member, PopUpDay, Step
from paku.audit.models import Entry
from paku.demo import world
from paku.kit.dates import HELSINKI, is_working_day
from pathways.models import Visit

DAYS = [date(2028, 2, 29), date(2026, 6, 21), date(2027, 5, 1)]


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(request, django_db_setup, django_db_blocker) -> Iterator[date]:
    """The world of that day, for all these tests, which only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        world.load(request.param)
        yield request.param
        transaction.set_rollback(True)


def test_what_is_told_as_done_was_done_on_a_working_day(today):
    told = {entry.at.astimezone(HELSINKI).date() for entry in Entry.objects.all()}
    done = set(Step.objects.exclude(done_on=None).values_list("done_on", flat=True))

    assert [day for day in sorted(told | done) if not is_working_day(day)] == []
    assert max(told | done) < today


def test_one_own_worker_follows_another_without_a_gap(today):
    periods = OwnWorkerPeriod.objects.order_by("care", "since")
    for care in CareRelationship.objects.all():
        of_care = [one for one in periods if one.care_id == care.pk]
        assert of_care[0].since == care.started_on
        gaps = [(new.since - former.until).days for former, new in pairwise(of_care)]
        assert gaps == [1] * (len(of_care) - 1)


def test_nobody_meets_or_promises_before_being_known(today):
    through = Visit.present.through.objects.select_related("visit", "member")
    early = [row for row in through if row.visit.on < row.member.since]
    promised = Step.objects.exclude(doer=None).select_related("doer")

    assert early == []
    assert [step.what for step in promised if step.agreed_on < step.doer.since] == []


def test_the_trail_names_to_each_only_those_whom_they_could_see(today):
    home = CareRelationship.objects.filter(team__name=world.TEAM).values_list(
        "client__ref", flat=True
    )
    given = dict(
        Assignment.objects.filter(part="near_worker").values_list("care__client__ref", "since")
    )

    for entry in Entry.objects.filter(deed="pathways.caseload_reviewed"):
        assert set(entry.client_refs) <= set(home)
    for entry in Entry.objects.filter(deed="pathways.day_read"):
        assert all(given[ref] < entry.at.date() for ref in entry.client_refs)


def test_who_is_away_visits_nobody_while_another_stands_in(today):
    for one in Substitute.objects.on(today).select_related("care"):
        visits = Visit.objects.filter(path__care=one.care, on__gte=one.since)
        assert not visits.filter(worker=one.care.own_worker).exists()


def test_whoever_gets_a_paper_is_known_by_then(today):
    for entry in Entry.objects.disclosures():
        name = entry.recipient.partition(",")[0]
        member = Member.objects.filter(name=name, client__ref__in=entry.client_refs).first()
        assert member is None or member.since <= entry.at.date(), name


def test_pop_up_days_are_working_days_and_the_story_went_to_one(today):
    days = set(
        PopUpDay.objects.filter(service__organisation__name="Kela").values_list("on", flat=True)
    )
    went = Visit.objects.get(
        path__client__last_name="Lehtosaarinen", texts__note__contains="palvelupäivään"
    )

    assert all(map(is_working_day, days))
    assert went.on in days
