"""On the day of review the own worker and the author are reminded; after it has been looked at, nobody is."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clients.actions.alerts import end_alert
from clients.models import Exclusion
from paku.reminders.models import Delivery
from paku.reminders.sending import sweep
from paku.reminders.sources import nudges_for
from tests.factories import AlertFactory, AssignmentFactory, PathFactory, today, worker

pytestmark = pytest.mark.django_db


def due_today(path, **fields):
    day = today() - timedelta(days=30)
    return AlertFactory(client=path.client, written_on=day, review_on=today(), **fields)


def reminded(user):
    """Of alerts; of an assessment that is to be made they are reminded besides."""
    return [n.kind for n in nudges_for(user, today()) if n.kind == "alert_review"]


def test_the_own_worker_and_the_author_are_reminded_once_each(path):
    author = AssignmentFactory(care=path.care).worker
    due_today(path, written_by=author)

    assert reminded(path.care.own_worker) == reminded(author) == ["alert_review"]


def test_an_own_worker_who_wrote_it_is_reminded_once(path):
    due_today(path, written_by=path.care.own_worker)

    assert reminded(path.care.own_worker) == ["alert_review"]


def test_an_author_who_works_elsewhere_now_is_not_told_of_the_person(path):
    author = worker()
    due_today(path, written_by=author)

    assert reminded(author) == []


def test_nobody_is_reminded_of_a_file_that_is_shut_to_them(path):
    author = AssignmentFactory(care=path.care).worker
    due_today(path, written_by=author)
    Exclusion.objects.create(
        client=path.client, user=author, reason="relative", added_by=path.care.own_worker
    )

    assert reminded(author) == []


@pytest.mark.parametrize("days", [1, 200])
def test_before_the_day_and_after_its_end_there_is_nothing_to_look_at(path, days):
    alert = AlertFactory(client=path.client)
    day = today() - timedelta(days=days)
    if days > 100:
        alert = AlertFactory(client=path.client, written_on=day)

    assert alert.review_on != today()
    assert reminded(path.care.own_worker) == []


def test_of_a_closed_file_nobody_is_reminded():
    path = PathFactory()
    due_today(path)
    own_worker = path.care.own_worker
    path.care.ended_on = today()
    path.care.save()

    assert reminded(own_worker) == []


def test_the_notice_is_on_the_day_until_the_alert_has_been_looked_at(path, desk):
    alert = due_today(path, written_by=desk.user)
    page = reverse("clients:alerts", args=[path.client.ref])
    sweep()
    assert Delivery.objects.filter(kind="alert_review").exists()
    assert page in desk.get("/").content.decode()

    end_alert(alert=alert, why="Koira on annettu pois.", by=desk.user)

    assert page not in desk.get("/").content.decode()
