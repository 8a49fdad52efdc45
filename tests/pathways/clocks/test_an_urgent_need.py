"""Somebody needs help at once: the law gives the same day, and Paku follows it (SHL 36 § 1)."""

from datetime import timedelta

import pytest

from paku.reminders.models import Clock
from paku.reminders.sources import nudges_for
from pathways.models import ClockRun
from tests.desk import Desk
from tests.factories import ClockRunFactory, today, worker

pytestmark = pytest.mark.django_db


def urgent(path, on=None):
    on = on or today()
    return ClockRunFactory(path=path, code="urgent", started_on=on, due_on=on)


def running(desk):
    """Those of my day that somebody started; the assessment's run by themselves."""
    return [due for due in desk.get("/").context["clocks"] if due.run]


def over(run, outcome, **fields):
    return f"/clocks/{run.ref}/over/", {
        "outcome": outcome, "ended_on": today().isoformat(), "end_words": "", **fields
    }  # fmt: skip


def test_it_is_started_on_the_path_and_stands_in_the_day_at_once(desk, path):
    sheet = {"code": "urgent", "started_on": today().isoformat(), "words": "Ei ruokaa"}

    assert desk.send(f"/paths/{path.ref}/clocks/new/", sheet).status_code == 303

    run = ClockRun.objects.get()
    assert (run.code, run.due_on, run.clock.is_law) == ("urgent", today(), True)
    [due] = running(desk)
    assert (due.is_urgent, due.due_on) == (True, today())
    assert f"/clocks/{run.ref}/over/" in desk.get("/").content.decode()


def test_the_own_worker_is_reminded_the_same_day(path):
    run = urgent(path)

    told = {(nudge.kind, nudge.reference) for nudge in nudges_for(path.care.own_worker, today())}

    assert ("clock_due", run.ref) in told


@pytest.mark.parametrize("outcome", ["helped", "not_urgent", "mistake"])
def test_it_ends_with_what_was_found(desk, path, outcome):
    run = urgent(path)

    assert desk.send(*over(run, outcome)).status_code == 303

    run.refresh_from_db()
    assert (run.outcome, run.ended_on) == (outcome, today())
    assert running(desk) == []


@pytest.mark.parametrize(
    ("code", "outcome"), [("urgent", "met"), ("urgent", "unfounded"), ("talk", "helped")]
)
def test_an_ending_of_another_clock_is_refused(desk, path, code, outcome):
    run = ClockRunFactory(path=path, code=code)

    assert desk.send(*over(run, outcome)).status_code == 422
    assert ClockRun.objects.get().is_running


def test_yesterdays_is_late(desk, path):
    urgent(path, on=today() - timedelta(days=1))

    assert running(desk)[0].due_on < today()


def test_a_stranger_starts_none(path):
    stranger = Desk().sit(worker())
    sheet = {"code": "urgent", "started_on": today().isoformat(), "words": ""}

    assert stranger.send(f"/paths/{path.ref}/clocks/new/", sheet).status_code == 404


@pytest.mark.parametrize("code", ["urgent", "log_request"])
def test_the_table_of_clocks_says_that_paku_follows_it(code):
    assert Clock.objects.get(code=code).is_followed
