"""The own worker is told who has stood in, until when and why, and either can end it."""

import pytest

from clients.models import StandIn
from paku.audit.models import Entry
from tests.clients.standing_in import WHY, door_of, file_of, told
from tests.desk import Desk
from tests.factories import StandInFactory, SubstituteFactory, worker

pytestmark = pytest.mark.django_db
LIST = "/stand-ins/"


@pytest.fixture
def colleague(team):
    return Desk().sit(worker(team=team, name="Kalle Kollega"))


def test_the_own_worker_and_the_substitute_are_told_who_until_when_and_why(colleague, desk, path):
    substitute = SubstituteFactory(care=path.care).worker
    colleague.send(door_of(path), WHY)

    assert told() == {path.care.own_worker.pk, substitute.pk}
    page = desk.get("/").content.decode()
    for shown in ("Kalle Kollega", path.client.name, "Outi on sairaana"):
        assert shown in page


def test_a_substitute_is_not_told_of_what_they_do_themselves(path, team):
    substitute = SubstituteFactory(care=path.care).worker
    assert Desk().sit(substitute).get(door_of(path))["Location"] == file_of(path)


def test_the_file_says_who_is_in_it_and_the_own_worker_can_end_it(colleague, desk, path):
    colleague.send(door_of(path), WHY)
    ending = f"{LIST}{StandIn.objects.get().ref}/end/"
    page = desk.get(file_of(path)).content.decode()
    assert "Kalle Kollega" in page
    assert f'action="{ending}"' in page

    assert desk.post(ending).status_code == 303

    assert colleague.get(file_of(path)).status_code == 403
    assert "Kalle Kollega" not in desk.get(file_of(path)).content.decode()


def test_the_one_who_stands_in_can_end_it_from_every_page_of_the_file(colleague, path):
    colleague.send(door_of(path), WHY)
    ending = f"{LIST}{StandIn.objects.get().ref}/end/"
    for address in (file_of(path), f"/paths/{path.ref}/", f"{file_of(path)}own-words/"):
        assert f'action="{ending}"' in colleague.get(address).content.decode()

    assert [colleague.post(ending).status_code for _ in range(2)] == [303, 303]

    assert colleague.get(file_of(path)).status_code == 403
    assert Entry.objects.filter(deed="clients.stand_in_ended").count() == 1


def test_another_colleague_cannot_end_it_and_a_stranger_finds_nothing(colleague, team, path):
    colleague.send(door_of(path), WHY)
    ending = f"{LIST}{StandIn.objects.get().ref}/end/"

    assert Desk().sit(worker(team=team)).post(ending).status_code == 403
    assert Desk().sit(worker()).post(ending).status_code == 404
    assert StandIn.objects.live().exists()


def test_the_client_page_costs_the_same_whoever_is_in_it(desk, path):
    nobody = desk.cost(file_of(path))
    for _more in range(5):
        StandInFactory(client=path.client)

    assert desk.cost(file_of(path)) == nobody <= 15
