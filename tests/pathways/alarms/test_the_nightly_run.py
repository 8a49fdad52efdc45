"""Run twice, killed half-way or after a week's silence, a night comes to the same."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction

from paku.celery import app
from paku.kit.dates import HELSINKI
from paku.reminders.models import Channel, Delivery
from paku.reminders.planning import write_notices
from pathways.actions.alarms import catch_up, look
from pathways.models import Alarm, AlarmNight
from tests.factories import PathFactory, today, worker
from tests.paku.reminders.crew import Crew, until
from tests.pathways.alarms.openings import A_DAY, days_ago, stood_in

pytestmark = pytest.mark.django_db
MORNING = datetime.combine(today(), datetime.min.time(), HELSINKI) + timedelta(hours=6)


@pytest.fixture
def unused():
    """A reason stated three days ago, and nothing came of it."""
    path = PathFactory()
    stood_in(path, worker(team=path.care.team), days_ago(3))
    return path


def killed_after(day):
    """The alarms are written, and then the process is stopped before anything is committed."""
    look(day, day + A_DAY)
    assert Alarm.objects.count() == 1
    raise KeyboardInterrupt


def test_the_days_that_are_over_are_looked_at_once(unused):
    assert [catch_up(MORNING), catch_up(MORNING)] == [6, 0]

    assert Alarm.objects.count() == 1
    assert AlarmNight.objects.latest("day").day == days_ago(1)


def test_before_two_in_the_night_yesterday_is_not_over(unused):
    catch_up(MORNING - timedelta(hours=4, minutes=30))

    assert AlarmNight.objects.latest("day").day == days_ago(2)


def test_a_night_that_was_cut_short_is_looked_at_again(unused):
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        killed_after(days_ago(2))

    assert (Alarm.objects.count(), look(days_ago(2), days_ago(1))) == (0, 1)


def test_two_looks_at_the_same_day_ask_once(unused):
    look(days_ago(2), days_ago(1))
    AlarmNight.objects.all().delete()

    assert look(days_ago(2), days_ago(1)) == 0


def test_the_night_tells_how_many_openings_it_looked_at(unused):
    look(days_ago(3), days_ago(2))

    assert (AlarmNight.objects.get().openings, AlarmNight.objects.get().raised) == (1, 0)


def test_the_worker_is_told_once_and_the_supervisor_when_the_days_are_over(unused):
    leader = worker("supervisor", team=unused.care.team)
    look(days_ago(2), days_ago(1))
    for day in (today(), today() + A_DAY, today() + 9 * A_DAY, today() + 10 * A_DAY):
        write_notices(day)

    asked = Alarm.objects.get()
    told = Delivery.objects.filter(channel=Channel.APP, kind__startswith="alarm")
    notices = told.order_by("pk")
    assert [(n.kind, n.to, n.due_on) for n in notices] == [
        ("alarm_asked", asked.worker, today()),
        ("alarm_to_judge", leader, today() + 9 * A_DAY),
    ]


@pytest.mark.django_db(transaction=True)
def test_a_real_worker_answers_the_ring_of_beat(unused, own_database, tmp_path):
    crew = Crew(own_database.environment, tmp_path)
    try:
        crew.worker()
        for _ in range(2):
            app.send_task("pathways.look_at_openings", kwargs={"at": MORNING.isoformat()})
        until(
            lambda: AlarmNight.objects.count() == 6 and crew.rings == 2, "the nights are looked at"
        )
    finally:
        crew.dismiss()

    assert Alarm.objects.get().rule == "stand_in"
