"""A colleague of the same team states a reason: for a day, and the own worker is told."""

import uuid
from datetime import timedelta

import pytest

from clients.models import Exclusion, StandIn
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.reminders.models import Delivery
from tests.clients.standing_in import WHY, door_of, earlier, file_of
from tests.desk import Desk
from tests.factories import worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(team):
    return Desk().sit(worker(team=team, name="Kalle Kollega"))


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
