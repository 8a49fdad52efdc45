"""The supervisor sees who has stood in for whom and why, and is told of whoever does so often."""

from datetime import timedelta

import pytest

from clients.models import Exclusion, StandIn
from paku.access.roles import Role
from paku.reminders.models import Delivery
from tests.clients.standing_in import WHY, earlier, told
from tests.desk import Desk
from tests.factories import CareFactory, StandInFactory, worker

pytestmark = pytest.mark.django_db
LIST = "/stand-ins/"


@pytest.fixture
def colleague(team):
    return Desk().sit(worker(team=team, name="Kalle Kollega"))


@pytest.fixture
def chief(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


def of_others(team, number):
    return [CareFactory(team=team).client for _ in range(number)]


def test_the_fourth_in_a_week_is_told_to_the_supervisor(colleague, chief, team):
    for client in of_others(team, 3):
        colleague.send(f"/clients/{client.ref}/stand-in/", WHY)
    assert told("stood_in_often") == set()

    for client in of_others(team, 2):
        colleague.send(f"/clients/{client.ref}/stand-in/", WHY)

    assert told("stood_in_often") == {chief.user.pk}
    assert Delivery.objects.filter(kind="stood_in_often").count() == 1
    assert "Kalle Kollega" in chief.get("/caseload/").content.decode()


def test_the_supervisors_list_says_who_whose_why_and_who_has_often(colleague, chief, team, path):
    StandInFactory(client=path.client, worker=colleague.user, words="Outi on lomalla")
    for client in of_others(team, 2):
        StandInFactory(client=client, worker=colleague.user)
    elsewhere = CareFactory().client
    StandInFactory(client=elsewhere)

    answer = chief.get(LIST)
    assert len(answer.context["rows"]) == 3
    for shown in ("Kalle Kollega", path.client.name, "Outi on lomalla"):
        assert shown in answer.content.decode()
    assert answer.context["often"] == []

    for client in of_others(team, 1):
        StandInFactory(client=client, worker=colleague.user)
    assert [one["number"] for one in chief.get(LIST).context["often"]] == [4]
    StandIn.objects.update(**earlier(timedelta(days=8)))
    assert chief.get(LIST).context["often"] == []


def test_a_file_shut_to_the_supervisor_is_not_on_the_list(chief, path):
    StandInFactory(client=path.client)
    Exclusion.objects.create(
        client=path.client, user=chief.user, reason="relative", added_by=worker()
    )

    assert chief.get(LIST).context["rows"] == []


@pytest.mark.parametrize(
    "role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.STUDENT, Role.PRIVACY_OFFICER]
)
def test_the_list_is_the_supervisors(role):
    assert Desk().sit(worker(role)).get(LIST).status_code == 403


def test_the_list_costs_the_same_for_one_and_for_ten(chief, path):
    StandInFactory(client=path.client)
    one = chief.cost(LIST)
    for client in of_others(path.care.team, 9):
        StandInFactory(client=client)

    assert chief.cost(LIST) == one <= 9


def test_the_list_goes_on_page_by_page(chief, path):
    for _each in range(30):
        StandInFactory(client=path.client)

    first = chief.get(LIST)
    second = chief.get(LIST + first.context["older_url"])

    assert [len(page.context["rows"]) for page in (first, second)] == [25, 5]
