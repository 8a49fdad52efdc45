"""The arrangement is talked about again: half a year later, or when the plan has been reviewed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from paku.kit.dates import HELSINKI
from paku.reminders.models import Clock, Delivery
from paku.reminders.models.delivery import Channel
from pathways.models import CategoryTalk
from pathways.reminders.categories import categories_to_talk_of
from tests.clients.shutting_out import out
from tests.factories import CategoryTalkFactory, ReviewFactory, today
from tests.pathways.lists import days, text
from tests.told import told_on

pytestmark = pytest.mark.django_db


def asked(user, day=None):
    """Days from which the worker is told."""
    found = categories_to_talk_of(day or today())
    return [row["nudge_due_on"] for row in found if row["nudge_to"] == user.pk]


def test_half_a_year_after_the_last_talk(path, ohjaaja):
    CategoryTalkFactory(path=path, on=days(-400))
    CategoryTalkFactory(path=path, on=days(-182))

    assert asked(ohjaaja) == []
    assert asked(ohjaaja, days(1)) == [days(1)]


def test_as_soon_as_the_plan_has_been_reviewed(path, ohjaaja):
    talk = CategoryTalkFactory(path=path)
    later = datetime.now(HELSINKI) + timedelta(minutes=1)
    ReviewFactory(path=path, ready_at=later)

    assert asked(ohjaaja) == [later.date()]
    CategoryTalkFactory(path=path, on=today(), at=later + timedelta(minutes=1))
    assert (CategoryTalk.objects.count(), talk.on < today(), asked(ohjaaja)) == (2, True, [])


def test_nobody_is_asked_where_it_was_never_talked_about_or_the_path_has_ended(path, ohjaaja):
    assert asked(ohjaaja) == []
    CategoryTalkFactory(path=path, on=days(-400))
    path.ended_on, path.ending = today(), "moved"
    path.save(update_fields=["ended_on", "ending"])

    assert asked(ohjaaja) == []


def test_nobody_is_asked_of_a_file_that_is_shut_to_them(path, ohjaaja):
    CategoryTalkFactory(path=path, on=days(-400))
    out(path.client, ohjaaja)

    assert asked(ohjaaja) == []


def test_the_main_user_sets_the_clock(path, ohjaaja):
    CategoryTalkFactory(path=path, on=days(-40))
    Clock.objects.filter(code="categories_again").update(days=30)

    assert asked(ohjaaja) == [days(-10)]


def test_all_of_it_is_one_statement(path):
    CategoryTalkFactory.create_batch(3, on=days(-400))

    with CaptureQueriesContext(connection) as queries:
        assert len(list(categories_to_talk_of(today()))) == 3

    assert len(queries) == 1


def test_my_day_says_whom_without_saying_which(desk, path, ohjaaja):
    CategoryTalkFactory(path=path, on=days(-400))
    Delivery.objects.create(
        key="categories/1", to=ohjaaja, channel=Channel.APP, kind="categories_again",
        reference=path.ref, due_on=days(-217),
    )  # fmt: skip

    page = desk.get("/")

    assert [one.about for one in told_on(page)] == [path]
    assert path.client.name in text(page)
    CategoryTalkFactory(path=path, on=today())
    assert not told_on(desk.get("/"))
