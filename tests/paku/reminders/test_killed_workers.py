"""A worker is killed at any point of a sweep (F01, F02): no reminder lost, no notice twice, at most one extra mail."""

from datetime import timedelta

import pytest
from django.db.models import F

from paku.celery import app
from paku.reminders.kill_points import Point
from paku.reminders.models import Channel, Delivery, State
from tests.paku.reminders.crew import until
from tests.paku.reminders.situations import MORNING, many_steps

pytestmark = pytest.mark.django_db(transaction=True)
WORKERS, EACH = 10, 10
# From the server's 250 until the mark is committed nobody can know whether the mail went: it is sent again.
IN_THE_WINDOW = {Point.AFTER_250, Point.BEFORE_COMMIT}


def ring():
    """As beat does, through the real broker."""
    app.send_task("paku.reminders.ring", kwargs={"at": MORNING.isoformat()})


def leases_run_out():
    Delivery.objects.filter(state=State.CLAIMED).update(
        lease_until=F("lease_until") - timedelta(seconds=121)
    )


def everybody_is_told(post_office, users, *, sent_twice=()):
    """Ring as beat goes on doing; then each step has one notice, and each worker one mail but for those sent twice."""
    ring()
    mails = Delivery.objects.mails().filter(to__in=users)
    until(lambda: mails.filter(state=State.SENT).count() == WORKERS, "every mail is sent")
    notices = Delivery.objects.filter(channel=Channel.APP, state=State.SENT)
    copies = [post_office.copies[mail.message_id] for mail in mails]
    assert [notices.filter(to=user).count() for user in users] == [EACH] * WORKERS
    assert sorted(copies) == [1] * (WORKERS - len(sent_twice)) + [2] * len(sent_twice)


@pytest.mark.parametrize("late", ["", "1"], ids=["acknowledged early", "acknowledged late"])
def test_a_child_killed_at_any_point_loses_nothing(late, crew, post_office):
    crew.worker(PAKU_TEST_LATE=late)
    for point in Point:
        users = many_steps(WORKERS, EACH)

        crew.kill_a_child_at(point, ring)
        leases_run_out()

        everybody_is_told(post_office, users, sent_twice=IN_THE_WINDOW & {point})


def test_a_worker_killed_whole_is_followed_by_another_that_does_the_rest(crew, post_office):
    users = many_steps(WORKERS, EACH)
    worker = crew.worker()
    crew.stopped_child(Point.AFTER_CLAIM, ring)

    crew.kill(worker)
    leases_run_out()
    crew.worker()

    everybody_is_told(post_office, users)


def test_a_mail_whose_lease_still_runs_is_left_to_its_taker(crew, post_office):
    many_steps(WORKERS, EACH)
    crew.worker()
    crew.kill_a_child_at(Point.AFTER_CLAIM, ring)

    ring()
    until(
        lambda: Delivery.objects.mails().filter(state=State.SENT).count() == WORKERS - 1,
        "the others are sent",
    )

    assert Delivery.objects.mails().exclude(state=State.SENT).get().state == State.CLAIMED
