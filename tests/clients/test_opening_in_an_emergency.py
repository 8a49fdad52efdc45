"""An emergency: one person, named exactly, for four hours; and nothing for whoever guesses."""

import uuid

import pytest

from clients.models import BreakGlass, Exclusion
from paku.access.roles import Role
from paku.audit.models import Entry
from tests.clients.emergencies import (
    GLASS,
    WHY,
    deeds,
    fresh,
    hours_later,
    outsider,
    sheet,
    somebody,
)
from tests.factories import PASSWORD, AssignmentFactory, ClientFactory, PathFactory, worker
from tests.pathways.visiting import a_visit

pytestmark = pytest.mark.django_db


def file_of(care):
    return f"/clients/{care.client.ref}/"


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


def answer_to(desk, **fields):
    """What is told, without what differs from sheet to sheet; and how much it cost."""
    number = uuid.UUID(int=7)
    with desk.counted() as queries:
        page = desk.send(GLASS, sheet(**fields), sheet=number)
    return page.status_code, page.context["form"].errors.as_json(), len(queries)


def test_nobody_a_slip_and_a_file_that_is_shut_all_get_the_same_answer():
    """By the sentence, by the status, by the number of statements."""
    care, desk = somebody(), outsider()
    desk.get(GLASS)
    nobody = answer_to(desk, last_name="Olematon")
    slip = answer_to(desk, born_on="6.3.1980")
    half = answer_to(desk, called="Ain")

    shut = Exclusion.objects.create(
        client=care.client, user=desk.user, reason="former_partner", added_by=worker()
    )
    excluded = answer_to(desk)
    shut.delete()
    care.client.is_restricted = True
    care.client.save()
    not_admitted = answer_to(desk)

    assert nobody == slip == half == excluded == not_admitted
    assert nobody[0] == 422
    assert not BreakGlass.objects.exists()


def test_one_who_guesses_leaves_a_trace_that_names_nobody():
    care, desk = somebody(), outsider()
    Exclusion.objects.create(
        client=care.client, user=desk.user, reason="relative", added_by=worker()
    )
    desk.send(GLASS, sheet())

    entry = Entry.objects.get(deed="clients.emergency_missed")
    assert (entry.outcome, entry.client_refs, entry.object_ref) == ("denied", [], "")
    assert "Esimerkki" not in str(entry.details)


def test_an_exclusion_during_the_emergency_shuts_the_file_at_the_next_request():
    care, desk = somebody(), outsider()
    desk.send(GLASS, sheet())
    Exclusion.objects.create(
        client=care.client, user=desk.user, reason="relative", added_by=worker()
    )

    assert desk.get(file_of(care)).status_code == 404


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


def test_guessing_is_stopped_after_five():
    desk = outsider()
    answers = [desk.send(GLASS, sheet()).status_code for _ in range(6)]

    assert answers == [422] * 5 + [429]


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


def test_the_file_is_for_reading_and_adding_only():
    path = PathFactory(care=somebody())
    desk = outsider()
    desk.send(GLASS, sheet())
    file, way = file_of(path.care), f"/paths/{path.ref}/"

    read = (file, way, f"{way}visits/new/", f"{file}own-words/", f"{file}network/")
    assert [desk.get(address).status_code for address in read] == [200] * 5
    shut = (f"{file}basics/", f"{way}move/", f"{file}steps/new/", f"{file}summary/")
    assert [desk.get(address).status_code for address in shut] == [403] * 4
    note = a_visit(note="Soitin ambulanssin.", client_words="")
    assert desk.send(f"{way}visits/new/", note).status_code == 303


def test_after_four_hours_nothing_is_left():
    care, desk = somebody(), outsider()
    desk.send(GLASS, sheet())

    hours_later(3.9)
    assert desk.get(file_of(care)).status_code == 200
    hours_later(0.2)
    assert desk.get(file_of(care)).status_code == 404


def test_every_page_of_the_file_says_so_and_the_others_do_not():
    path = PathFactory(care=somebody())
    desk = outsider()
    desk.send(GLASS, sheet())
    begun = BreakGlass.objects.get()
    ending, file = f'action="{GLASS}{begun.ref}/end/"', file_of(path.care)

    for address in (
        file,
        f"{file}own-words/",
        f"{file}network/",
        f"/paths/{path.ref}/",
        f"/paths/{path.ref}/visits/new/",
    ):
        assert ending in desk.get(address).content.decode(), address
    for address in ("/", "/clients/", "/trail/mine/"):
        assert ending not in desk.get(address).content.decode(), address


def test_it_can_be_ended_by_hand_once():
    care, desk = somebody(), outsider()
    desk.send(GLASS, sheet())
    ending = f"{GLASS}{BreakGlass.objects.get().ref}/end/"

    assert [desk.post(ending).status_code for _ in range(2)] == [303, 303]
    assert desk.get(file_of(care)).status_code == 404
    assert deeds("clients.emergency_begun", "clients.emergency_ended") == [
        "clients.emergency_begun",
        "clients.emergency_ended",
    ]


def test_a_stranger_cannot_end_it_nor_tell_that_it_is_there():
    somebody()
    outsider().send(GLASS, sheet())
    ending = f"{GLASS}{BreakGlass.objects.get().ref}/end/"

    hidden, absent = (
        outsider().post(address) for address in (ending, f"{GLASS}{uuid.uuid4()}/end/")
    )
    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert BreakGlass.objects.live().exists()


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
