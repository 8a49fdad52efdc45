"""A colleague of the same team states a reason: for a day, and the own worker is told."""

import uuid
from datetime import timedelta

import pytest
from django.db.models import F

from clients.models import Exclusion, StandIn
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from tests.desk import Desk
from tests.factories import CareFactory, StandInFactory, SubstituteFactory, worker

pytestmark = pytest.mark.django_db
WHY = {"reason": "absence", "why": "Outi on sairaana"}
LIST = "/stand-ins/"


@pytest.fixture
def colleague(team):
    return Desk().sit(worker(team=team, name="Kalle Kollega"))


@pytest.fixture
def chief(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


def file_of(path):
    return f"/clients/{path.client.ref}/"


def door_of(path):
    return f"{file_of(path)}stand-in/"


def earlier(back):
    return {"began_at": F("began_at") - back, "ends_at": F("ends_at") - back}


def told(kind="stand_in"):
    return set(Delivery.objects.filter(kind=kind).values_list("to", flat=True))


def test_the_page_that_says_no_leads_to_stating_a_reason(colleague, path):
    for address in (file_of(path), f"/paths/{path.ref}/", f"{file_of(path)}own-words/"):
        refused = colleague.get(address)

        assert refused.status_code == 403
        assert f'class="btn btn-primary" href="{door_of(path)}"' in refused.content.decode()
        assert path.client.last_name not in refused.content.decode()


def test_a_page_that_no_reason_opens_offers_none(colleague, path):
    refused = colleague.get(f"{file_of(path)}basics/")

    assert (refused.status_code, door_of(path) in refused.content.decode()) == (403, False)


def test_before_the_reason_only_name_and_own_worker_are_said(colleague, path):
    page = colleague.get(door_of(path)).content.decode()

    assert path.client.name in page
    assert path.care.own_worker.name in page
    assert path.matter not in page


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.SUPERVISOR])
def test_the_teams_list_leads_to_it(role, team, path):
    page = Desk().sit(worker(role, team=team)).get("/clients/?who=team").content.decode()

    assert f'href="{door_of(path)}"' in page
    assert f'href="{file_of(path)}"' not in page


def test_the_file_opens_for_a_day(colleague, path):
    assert colleague.send(door_of(path), WHY)["Location"] == file_of(path)
    assert colleague.get(file_of(path)).status_code == 200

    StandIn.objects.update(**earlier(timedelta(hours=24, minutes=1)))
    assert colleague.get(file_of(path)).status_code == 403


def test_the_reason_is_on_the_trail(colleague, path):
    colleague.send(door_of(path), WHY)

    entry = Entry.objects.get(deed="clients.stood_in")
    assert (entry.reason, entry.details["reason"]) == ("Outi on sairaana", "absence")


@pytest.mark.parametrize(
    "wrong",
    [{"reason": ""}, {"reason": "nosy"}, {"why": " "}, {"why": "Hetu on 131052-308T"}],
)
def test_a_reason_is_a_code_and_words_without_an_identity_code(colleague, path, wrong):
    answer = colleague.send(door_of(path), WHY | wrong)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong))
    assert not StandIn.objects.exists()


def test_sent_twice_it_is_one(colleague, path):
    number = uuid.uuid4()

    assert [colleague.send(door_of(path), WHY, sheet=number).status_code for _ in range(2)] == [
        303,
        303,
    ]
    assert (StandIn.objects.count(), Delivery.objects.filter(kind="stand_in").count()) == (1, 1)


def test_a_stranger_gets_what_everybody_gets_for_nobody(path):
    desk = Desk().sit(worker())

    hidden, absent = (
        desk.send(address, WHY) for address in (door_of(path), f"/clients/{uuid.uuid4()}/stand-in/")
    )
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert not StandIn.objects.exists()


def test_one_to_whom_the_file_is_shut_cannot_reason_their_way_in(colleague, path):
    Exclusion.objects.create(
        client=path.client, user=colleague.user, reason="relative", added_by=worker()
    )

    assert colleague.send(door_of(path), WHY).status_code == 404


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

    assert desk.cost(file_of(path)) == nobody <= 14


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
