"""The whole identity code finds its person among those whom one may list; of others it says no more than it must."""

import uuid

import pytest
from django.db import transaction

from clients.models import Client, IdentityCode
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.refusals import Refused
from pathways.actions.starting import start
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import (
    ARTIFICIAL,
    CareFactory,
    IdentityCodeFactory,
    PathFactory,
    today,
    worker,
)
from tests.pathways.starting import NEW, least, look

pytestmark = pytest.mark.django_db
OTHER = "010180-9004"


@pytest.fixture
def aino(ohjaaja, team):
    path = PathFactory(
        care__own_worker=ohjaaja, care__team=team, care__client__first_names="Aino",
        care__client__last_name="Katajisto",
    )  # fmt: skip
    IdentityCodeFactory(client=path.client)
    return path.client


def search(desk, typed):
    return desk.post("/clients/", {"q": typed})


@pytest.mark.parametrize("typed", [ARTIFICIAL, " 010190 -999w"])
def test_the_whole_code_finds_one_person_and_is_not_said_again(desk, aino, typed):
    answer = search(desk, typed)

    assert [row.ref for row in answer.context["rows"]] == [aino.ref]
    assert ARTIFICIAL not in answer.content.decode()
    assert ARTIFICIAL not in str(Entry.objects.get(deed="clients.searched").details)


@pytest.mark.parametrize("typed", ["010190-999", "010190", "999W", OTHER])
def test_part_of_a_code_or_anothers_finds_nobody(desk, aino, typed):
    assert list(search(desk, typed).context["rows"]) == []


def test_search_by_code_costs_the_same_found_or_not(desk, aino):
    search(desk, ARTIFICIAL)
    with desk.counted() as found:
        search(desk, ARTIFICIAL)
    asked = [sql for sql in found if "paku_code_known" in sql]

    assert len(asked) == 1
    assert not [sql for sql in found if "paku_search_clients" in sql]


@pytest.mark.parametrize("role", [Role.NEAR_WORKER, Role.STUDENT])
def test_who_never_sees_a_code_searches_by_none(aino, team, role):
    assert list(search(Desk().sit(worker(role, team=team)), ARTIFICIAL).context["rows"]) == []


def test_another_team_finds_nobody(aino):
    assert list(search(Desk().sit(worker()), ARTIFICIAL).context["rows"]) == []


def test_a_look_before_starting_shows_the_person_with_the_same_code(desk, ohjaaja, aino):
    ohjaaja.language = "en"
    ohjaaja.save()

    answer = look(desk, nickname="Joku", identity_code=ARTIFICIAL)

    assert [match.row.ref for match in answer.context["found"]] == [aino.ref]
    assert "same identity code" in answer.content.decode()


def test_a_code_of_another_teams_client_is_answered_without_a_name(desk):
    care = CareFactory()
    IdentityCodeFactory(client=care.client)

    answer = look(desk, nickname="Joku", identity_code=ARTIFICIAL)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["identity_code"])
    assert not answer.context["found"]
    assert care.client.name not in answer.content.decode()
    assert Entry.objects.get(deed="clients.searched").client_refs == []


def test_a_new_client_gets_the_code_and_with_a_tick_the_date_of_birth(desk, ohjaaja, team):
    told = {"identity_code": ARTIFICIAL, "takes_birth": "on"}

    answer = desk.send(NEW, least(ohjaaja, team, **told))

    assert answer.status_code == 303
    masa = Client.objects.get(nickname="Masa")
    assert IdentityCode.objects.get(client=masa).code == ARTIFICIAL
    assert masa.born_on.isoformat() == "1990-01-01"


def test_nobody_is_started_twice_with_the_same_code(desk, ohjaaja, team, aino):
    answer = desk.send(NEW, least(ohjaaja, team, identity_code=ARTIFICIAL))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["identity_code"])
    assert not Client.objects.filter(nickname="Masa").exists()


def test_somebody_quicker_with_the_code_leaves_nothing_half_made(ohjaaja, team):
    """What the form had found free is taken when the row is written."""
    IdentityCodeFactory(client=CareFactory().client)
    person = {"nickname": "Masa", "identity_code": ARTIFICIAL}

    with pytest.raises(Refused), transaction.atomic():
        start(
            person=person, team=team, own_worker=ohjaaja, stage=Stage.OUTREACH, matter="Palvelut",
            on=today(), by=ohjaaja,
        )  # fmt: skip

    assert not Client.objects.filter(nickname="Masa").exists()


def test_the_same_sheet_of_a_new_client_twice_is_answered_as_the_first(desk, ohjaaja, team):
    number, sheet = uuid.uuid4(), least(ohjaaja, team, identity_code=ARTIFICIAL)

    answers = [desk.send(NEW, sheet, sheet=number) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert Client.objects.filter(nickname="Masa").count() == 1


def test_a_date_of_birth_that_is_not_the_codes_is_asked_about(desk, ohjaaja, team):
    told = {"identity_code": ARTIFICIAL, "takes_birth": "on", "born_on": "5.3.1980"}

    answer = desk.send(NEW, least(ohjaaja, team, **told))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["born_on"])
