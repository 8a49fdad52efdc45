"""An emergency: one person, named exactly, for four hours; who may open so, and how the sheet is filled in."""

import uuid

import pytest

from clients.models import BreakGlass
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.clients.emergencies import GLASS, WHY, file_of, fresh, outsider, sheet, somebody
from tests.factories import PASSWORD, AssignmentFactory, ClientFactory, worker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"last_name": "ESIMERKKI", "called": "aino maria"},
        {"called": "Ansku"},
        {"born_on": "5.3.1980 ", "called": " Aino "},
    ],
)
def test_the_file_of_the_one_named_opens_at_once(typed):
    care, desk = somebody(nickname="Ansku"), outsider()

    answer = desk.send(GLASS, sheet(**typed))

    assert (answer.status_code, answer["Location"]) == (303, file_of(care))
    assert desk.get(file_of(care)).status_code == 200


def test_it_is_on_the_trail_with_its_reason():
    care, desk = somebody(), outsider()
    desk.send(GLASS, sheet())
    desk.get(file_of(care))

    begun = Entry.objects.get(deed="clients.emergency_begun")
    assert (begun.client_refs, begun.reason, begun.details) == (
        [care.client.ref],
        WHY,
        {"reason": "life"},
    )
    assert Entry.objects.get(deed="clients.opened").relation == "break_glass"


def test_the_reason_has_twenty_characters_and_no_identity_code():
    somebody()
    desk = outsider()

    for words in ("lyhyt", "x" * 19, "Hänellä on hätä, 131052-308T soitti äsken"):
        answer = desk.send(GLASS, sheet(why=words))
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["why"])
        assert words in answer.content.decode()
    assert desk.send(GLASS, sheet(why="x" * 20)).status_code == 303


def test_who_one_is_is_asked_again_and_what_was_typed_goes_on():
    care, desk = somebody(), outsider().shows("webauthn", "password", ago=600)

    asked = desk.send(GLASS, sheet())

    assert (asked.status_code, WHY in asked.content.decode()) == (403, True)
    assert not BreakGlass.objects.exists()
    again = desk.send(GLASS, sheet(again_password=PASSWORD))
    assert (again.status_code, again["Location"]) == (303, file_of(care))


@pytest.mark.parametrize("field", ["last_name", "called", "born_on", "reason", "why"])
def test_nothing_may_be_left_out(field):
    somebody()

    answer = outsider().send(GLASS, sheet(**{field: ""}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not BreakGlass.objects.exists()


def test_sent_twice_it_is_one_emergency():
    care, desk, number = somebody(), outsider(), uuid.uuid4()

    answers = [desk.send(GLASS, sheet(), sheet=number)["Location"] for _ in range(2)]

    assert answers == [file_of(care)] * 2
    assert BreakGlass.objects.count() == 1


def test_a_second_sheet_for_an_open_file_leads_there_instead():
    care, desk = somebody(), outsider()
    desk.send(GLASS, sheet())

    answer = desk.send(GLASS, sheet())

    assert (answer.status_code, f'href="{file_of(care)}"' in answer.content.decode()) == (403, True)
    assert BreakGlass.objects.count() == 1


def test_two_records_of_one_person_give_the_one_in_care():
    ClientFactory(first_names="Aino", last_name="Esimerkki", born_on="1980-03-05")
    care = somebody()

    assert outsider().send(GLASS, sheet())["Location"] == file_of(care)


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.INSTRUCTOR, 303),
        (Role.SOCIAL_WORKER, 303),
        (Role.SUPERVISOR, 303),
        (Role.NEAR_WORKER, 403),
        (Role.STUDENT, 403),
        (Role.MAIN_USER, 403),
        (Role.PRIVACY_OFFICER, 403),
    ],
)
def test_o34_from_elsewhere(role, status):
    """Cells SIx, SWx, SUPx, FRM: after a reason; ADM, AUD, near-worker and student: no."""
    somebody()

    assert outsider(role).send(GLASS, sheet()).status_code == status


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.INSTRUCTOR, 303), (Role.SOCIAL_WORKER, 303), (Role.SUPERVISOR, 403)],
)
def test_o34_from_the_same_team(role, status):
    """Cells SIu and SWu: after a reason; SUPu: no, for a stated reason is enough."""
    care = somebody()

    assert fresh(worker(role, team=care.team)).send(GLASS, sheet()).status_code == status


def test_o34_of_those_who_work_with_the_person():
    """Cells SIo and SWo: no, for the file is open."""
    care = somebody()
    pair = AssignmentFactory(care=care, worker=worker(Role.SOCIAL_WORKER, team=care.team)).worker

    for user in (care.own_worker, pair):
        assert fresh(user).send(GLASS, sheet()).status_code == 403
    assert not BreakGlass.objects.exists()
