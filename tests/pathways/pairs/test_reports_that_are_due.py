"""Who is told that a report is due, late, to be read or asked back: once, without a word of content in a mail."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.utils.translation import gettext

from paku.reminders.models import Delivery
from paku.reminders.sending import sweep
from paku.reminders.sources import nudges_for
from pathways.notices.pairs import KINDS
from tests.desk import Desk
from tests.factories import (
    GuidanceFactory,
    PairFactory,
    ReportFactory,
    SubstituteFactory,
    today,
    worker,
)
from tests.pathways.pairs.sheets import a_report, guidance, text
from tests.told import kinds_on

pytestmark = pytest.mark.django_db


def told(user):
    return sorted(nudge.kind for nudge in nudges_for(user, today()) if nudge.kind in KINDS)


def due_in(pair, days):
    pair.report_due_on = today() + timedelta(days=days)
    pair.save()


@pytest.mark.parametrize(
    ("days", "near", "own"),
    [(1, [], []), (0, ["report_due"], []), (-1, ["report_due"], ["report_late"])],
)
def test_its_author_on_the_day_and_the_own_worker_when_it_is_late(there, pair, days, near, own):
    due_in(pair, days)

    assert told(there.near) == near
    assert told(there.path.care.own_worker) == own


def test_the_substitute_is_told_while_the_own_worker_is_away(there, pair):
    substitute = worker(team=there.path.care.team)
    SubstituteFactory(care=there.path.care, worker=substitute)
    due_in(pair, -3)

    assert (told(substitute), told(there.path.care.own_worker)) == (["report_late"], [])


def test_nobody_is_told_once_the_report_has_come(near, own, there, pair):
    due_in(pair, -1)
    sweep()
    assert there.path.client.name in text(near.get("/"))

    near.send(f"/paths/{there.path.ref}/reports/new/", a_report())

    assert told(there.near) == []
    assert told(there.path.care.own_worker) == ["report_waits"]
    assert "/reports/new/" not in text(near.get("/"))


def test_nobody_is_told_when_the_near_worker_walks_beside_no_more(there, pair):
    due_in(pair, -1)
    there.path.care.assignments.update(until=today() - timedelta(days=1))

    assert told(there.near) == told(there.path.care.own_worker) == []


def test_an_agreement_that_has_been_replaced_reminds_of_nothing(there, pair):
    due_in(pair, -1)
    pair.until = today()
    pair.save()
    PairFactory(path=there.path, partner=there.near, report_weeks=None, report_due_on=None)

    assert told(there.near) == []


def test_an_urgent_report_is_told_of_at_once_and_marked(near, own, there):
    word = gettext("urgent")
    calm = text(own.get("/")).count(word)

    near.send(f"/paths/{there.path.ref}/reports/new/", a_report(is_urgent="on"))

    page = text(own.get("/"))
    notice = Delivery.objects.get(kind="report_waits")
    assert (notice.to, notice.channel) == (own.user, "app")
    assert there.near.name in page
    assert page.count(word) == calm + 1
    assert "Sähkölasku" not in page


def test_what_was_told_at_once_is_not_told_again_in_the_morning(near, own, there):
    near.send(f"/paths/{there.path.ref}/reports/new/", a_report())
    near.send(f"/paths/{there.path.ref}/advice/", {"question": "Miten tästä eteenpäin?"})

    sweep()
    sweep()

    for kind in ("report_waits", "advice_asked"):
        assert Delivery.objects.filter(kind=kind, channel="app", to=own.user).count() == 1
    assert told(own.user) == ["advice_asked", "report_waits"]


def test_the_morning_mail_holds_a_number_and_no_content(near, there):
    near.send(f"/paths/{there.path.ref}/reports/new/", a_report())
    there.path.care.own_worker.email = "oma@example.fi"
    there.path.care.own_worker.save()

    sweep()

    bodies = [
        letter.subject + letter.body for letter in mail.outbox if "oma@example.fi" in letter.to
    ]
    for word in ("Nimetty", "Aino", there.near.name, "Sähkölasku", "nukuin"):
        assert word not in "".join(bodies)


def test_a_question_brings_the_report_back_to_its_author(own, near, there):
    report = ReportFactory(path=there.path, author=there.near)
    own.send(f"/reports/{report.ref}/", {"decision": "ask", "question": "Kuka?", "version": "1"})

    assert f"/reports/{report.ref}/" in text(near.get("/"))
    assert (told(there.near), told(own.user)) == (["report_asked_back"], [])

    near.send(f"/reports/{report.ref}/again/", a_report(version="1"))
    assert f"/reports/{report.ref}/" not in text(near.get("/"))
    assert (told(there.near), told(own.user)) == ([], ["report_waits"])


def test_advice_waits_on_the_own_workers_day_until_it_is_given(own, near, there):
    GuidanceFactory(path=there.path, partner=there.near, waiting=True)
    sweep()
    assert f"/paths/{there.path.ref}/guidance/new/" in text(own.get("/"))

    own.send(f"/paths/{there.path.ref}/guidance/new/", guidance(there.near))

    assert f"/paths/{there.path.ref}/guidance/new/" not in text(own.get("/"))
    assert "/pair/" in text(near.get("/"))


def test_what_was_settled_unseen_does_not_crowd_out_what_is_new(own, near, there):
    for number in range(120):
        Delivery.objects.create(
            key=f"report_waits/{number}", to=own.user, channel="app", kind="report_waits",
            reference=uuid.uuid4(), due_on=today() - timedelta(days=1),
        )  # fmt: skip
    near.send(f"/paths/{there.path.ref}/reports/new/", a_report())

    assert kinds_on(own.get("/")) == ["report_waits"]


def test_my_day_costs_the_same_for_one_notice_and_for_ten(own, there):
    def add(count):
        for _ in range(count):
            report = ReportFactory(path=there.path, author=there.near)
            Delivery.objects.create(
                key=f"report_waits/{report.pk}", to=own.user, channel="app", kind="report_waits",
                reference=report.texts.get().ref, due_on=today(),
            )  # fmt: skip

    add(1)
    one = own.cost("/")
    add(9)

    assert own.cost("/") == one
    assert Desk().sit(there.near).get("/").status_code == 200
