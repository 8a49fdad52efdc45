"""An assessment that was made where the official record is: Paku stops asking, on that path only."""

import uuid
from datetime import timedelta

import pytest

from paku.access.roles import Role
from pathways.models import ClockRun
from tests.desk import Desk
from tests.factories import CareFactory, PathFactory, today, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def path():
    return PathFactory(care=CareFactory(started_on=today() - timedelta(days=100)))


def page(path):
    return f"/paths/{path.ref}/clocks/assessed/"


def test_marked_once_it_is_asked_for_no_more(path):
    desk, sheet = Desk().sit(path.care.own_worker), uuid.uuid4()
    assert page(path) in desk.get("/").content.decode()

    answers = [
        desk.send(page(path), {"ended_on": today().isoformat()}, sheet=sheet) for _ in range(2)
    ]
    again = desk.send(page(path), {"ended_on": today().isoformat()})

    assert [answer.status_code for answer in (*answers, again)] == [303, 303, 303]
    assert desk.get("/").context["clocks"] == []
    assert ClockRun.objects.count() == 1


@pytest.mark.parametrize("day", ["", "kesällä", "2999-01-01", "1950-01-01"])
def test_a_day_that_cannot_be_is_told_beside_the_field(path, day):
    answer = Desk().sit(path.care.own_worker).send(page(path), {"ended_on": day})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["ended_on"])
    assert not ClockRun.objects.exists()


def test_a_supervisor_and_a_stranger_do_not_mark_it(path):
    lead = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))

    assert lead.get(page(path)).status_code == 403
    assert Desk().sit(worker()).get(page(path)).status_code == 404
