"""What is near its day or late stands on the own worker's day and the supervisor's list, and is reminded of once."""

from datetime import timedelta

import pytest

from paku.access.roles import Role
from paku.reminders.models import Clock, Delivery
from paku.reminders.sources import nudges_for
from pathways.models.due_clocks import opened_by_then
from pathways.reminders.clocks import ASSESSMENT_DUE, CLOCK_DUE
from tests.desk import Desk
from tests.factories import (
    AssessmentFactory,
    CareFactory,
    ClockRunFactory,
    PathFactory,
    SubstituteFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


def days(number):
    return today() + timedelta(days=number)


def path_of(days_ago, **more):
    return PathFactory(care=CareFactory(started_on=days(-days_ago)), **more)


def clocks_of(user, page="/"):
    return [(due.code, due.due_on) for due in Desk().sit(user).get(page).context["clocks"]]


def kinds_for(user):
    return [n.kind for n in nudges_for(user, today()) if n.kind in (CLOCK_DUE, ASSESSMENT_DUE)]


@pytest.fixture
def path():
    """Old enough for its assessment not to be asked about."""
    return path_of(400)


def test_a_talk_two_days_ahead_is_told_of_and_one_three_days_ahead_is_not(path):
    near = ClockRunFactory(path=path, started_on=days(-7), due_on=days(2))
    ClockRunFactory(path=path, code="kela_joint", due_on=days(3))
    own_worker = path.care.own_worker

    assert clocks_of(own_worker) == [("talk", near.due_on)]
    assert kinds_for(own_worker) == [CLOCK_DUE]


def test_the_substitute_has_it_on_their_day_and_is_the_one_reminded(path):
    ClockRunFactory(path=path, started_on=days(-20), due_on=days(-9))
    substitute = SubstituteFactory(care=path.care).worker

    assert clocks_of(substitute) == [("talk", days(-9))]
    assert (kinds_for(substitute), kinds_for(path.care.own_worker)) == ([CLOCK_DUE], [])


def test_the_supervisor_sees_the_late_with_the_worker_and_without_opening_a_file(path):
    ClockRunFactory(path=path, started_on=days(-20), due_on=days(-9), words="salainen asia")
    supervisor = worker(Role.SUPERVISOR, team=path.care.team)
    page = Desk().sit(supervisor).get("/caseload/")

    assert [(due.code, due.is_law) for due in page.context["clocks"]] == [("talk", True)]
    assert "salainen asia" not in page.content.decode()
    assert clocks_of(worker(Role.SUPERVISOR), "/caseload/") == []


def test_what_is_over_and_what_is_of_an_ended_path_is_told_of_no_more(path):
    over = {"ended_on": days(-1), "outcome": "met", "ended_by": path.care.own_worker}
    ClockRunFactory(path=path, started_on=days(-20), due_on=days(-9), **over)
    ended = path_of(400, ended_on=days(-1), ending="moved")
    ClockRunFactory(path=ended, started_on=days(-20), due_on=days(-9))

    for user in (path.care.own_worker, ended.care.own_worker):
        assert (clocks_of(user), kinds_for(user)) == ([], [])


def test_an_assessment_is_asked_for_until_it_is_begun_and_then_until_it_is_ready():
    path = path_of(100)
    own_worker = path.care.own_worker
    assert [code for code, _day in clocks_of(own_worker)] == ["pta_start", "pta_done"]
    assert kinds_for(own_worker) == [ASSESSMENT_DUE]

    AssessmentFactory(path=path, unfinished=True)

    assert [code for code, _day in clocks_of(own_worker)] == ["pta_done"]
    assert kinds_for(own_worker) == [ASSESSMENT_DUE]


def test_a_ready_assessment_ends_both():
    path = path_of(100)
    AssessmentFactory(path=path)

    assert clocks_of(path.care.own_worker) == []
    assert kinds_for(path.care.own_worker) == []


def test_a_new_path_has_its_seven_working_days_and_a_very_old_one_is_not_asked_about():
    for days_ago in (1, 200):
        path = path_of(days_ago)

        assert clocks_of(path.care.own_worker) == []
        assert kinds_for(path.care.own_worker) == []


def test_a_clock_that_the_main_user_ended_is_not_followed():
    path = path_of(100)
    Clock.objects.filter(code__startswith="pta_").update(until=days(-1))

    assert clocks_of(path.care.own_worker) == []
    assert kinds_for(path.care.own_worker) == []


def test_the_day_from_which_paths_are_asked_about_is_that_of_the_clock():
    term = Clock.objects.terms(today())["pta_start"]
    opened = opened_by_then(term, today())

    assert term.last_day(opened) <= days(2)
    assert term.last_day(opened + timedelta(days=1)) > days(2) or opened == today()


def test_my_day_and_the_caseload_cost_the_same_for_one_clock_and_for_ten():
    own = worker()
    first = PathFactory(care=CareFactory(own_worker=own, started_on=days(-100)))
    ClockRunFactory(path=first, due_on=days(1))
    desk = Desk().sit(own)
    lead = Desk().sit(worker(Role.SUPERVISOR, team=first.care.team))
    one = (desk.cost("/"), lead.cost("/caseload/"))
    for _ in range(9):
        care = CareFactory(own_worker=own, team=first.care.team, started_on=days(-100))
        ClockRunFactory(path=PathFactory(care=care), due_on=days(1))

    assert (desk.cost("/"), lead.cost("/caseload/")) == one
    assert not Delivery.objects.filter(kind=CLOCK_DUE).exists()
