"""Who ends a path: a social worker or the supervisor, once, and it stands on the trail."""

import uuid

import pytest

from network.models import Member
from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.models import PathEnd, Pathway
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    PathFactory,
    worker,
)
from tests.pathways.leaving import a_try, an_end, end_of
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(team):
    own = worker(Role.SOCIAL_WORKER, team=team, name="Katri Omatyöntekijä")
    return PathFactory(care__own_worker=own, care__team=team)


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def test_the_same_sheet_twice_is_one_end_and_another_tab_is_told(desk, path):
    sheet = uuid.uuid4()

    answers = [desk.send(end_of(path), an_end(), sheet=sheet).status_code for _ in range(2)]
    other = desk.send(end_of(path), an_end(how_it_ended="Toisesta välilehdestä"))

    assert answers == [303, 303]
    assert other.status_code == 409
    assert "Toisesta välilehdestä" in text(other)
    assert PathEnd.objects.count() == 1


def test_a_supervisor_ends_a_path_without_reading_the_file(path):
    a_try(path)
    lead = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))

    answer = lead.send(end_of(path), an_end(ground="not_reached"))

    assert answer.status_code == 303
    assert PathEnd.objects.get().tries == 1


def test_an_instructor_does_not_end_a_path_and_a_stranger_cannot_tell_that_it_exists(path):
    pair = AssignmentFactory(care=path.care).worker

    assert Desk().sit(pair).send(end_of(path), an_end()).status_code == 403
    assert Desk().sit(worker(Role.SOCIAL_WORKER)).send(end_of(path), an_end()).status_code == 404
    assert Pathway.objects.get().is_open


def test_the_end_is_on_the_trail_with_its_ground(desk, path):
    desk.send(end_of(path), an_end())

    told = {entry.deed: entry for entry in Entry.objects.filter(client_refs=[path.client.ref])}
    assert told["pathways.ended"].details == {"from": "intensive_support", "ground": "moved"}
    assert told["clients.care_ended"].details == {"ending": "moved"}
    assert not Member.objects.filter(client=path.client, until=None).exists()
