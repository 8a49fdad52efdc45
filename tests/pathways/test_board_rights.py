"""The client list for each role: of a colleague's client a name and a number, nothing more; of others nothing."""

import pytest

from paku.access.roles import Role
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    StepFactory,
    SubstituteFactory,
    worker,
)
from tests.pathways.lists import names, path_of, text

pytestmark = pytest.mark.django_db

BOARD = "/clients/"


def test_of_a_colleagues_client_only_name_and_own_worker_are_shown_with_a_way_to_state_a_reason(
    desk, team
):
    colleague = worker(team=team, name="Kollega Koski", phone="+358401112223")
    path = path_of(colleague, "Salo", stage=Stage.TAPERING, met=-1)
    StepFactory(client=path.client, what="Kollegan asia")

    page = text(desk.get(BOARD, {"who": "team"}))

    assert all(each in page for each in ("Salo", "Kollega Koski", "tel:+358401112223"))
    assert all(each not in page for each in ("Kollegan asia", "tapering"))
    assert page.count(str(path.client.ref)) == page.count(f"{path.client.ref}/stand-in/") == 1


def test_the_order_of_the_team_list_tells_nothing_of_closed_files(desk, team):
    colleague = worker(team=team)
    path_of(colleague, "Virta", stage=Stage.OUTREACH)
    path_of(colleague, "Aho", stage=Stage.TAPERING)

    for sort in ("stage", "step", "contact"):
        assert names(desk.get(BOARD, {"who": "team", "sort": sort, "stage": "outreach"})) == [
            "Aho",
            "Virta",
        ]


def test_pair_substitute_and_student_see_their_clients_with_everything(ohjaaja):
    path = path_of(ohjaaja, "Aho")
    students = AssignmentFactory(care=path.care, worker=worker(Role.STUDENT), student=True)

    for named in (
        AssignmentFactory(care=path.care),
        SubstituteFactory(care=path.care),
        students,
    ):
        row = Desk().sit(named.worker).get(BOARD).context["rows"][0]
        assert (row.ref, row.is_opened) == (path.client.ref, True)


def test_a_near_worker_sees_the_named_ones_by_name_and_own_worker_with_a_way_to_their_page(ohjaaja):
    path = path_of(ohjaaja, "Nimetty")
    path_of(ohjaaja, "Muu")
    StepFactory(client=path.client, what="Sisäinen asia")
    near = AssignmentFactory(care=path.care, near_worker=True).worker

    response = Desk().sit(near).get(BOARD, {"who": "team", "sort": "stage", "stage": "outreach"})

    assert names(response) == ["Nimetty"]
    assert ohjaaja.name in text(response)
    assert f'href="/clients/{path.client.ref}/"' in text(response)
    assert all(each not in text(response) for each in ("Sisäinen asia", "intensive_support"))


def test_a_supervisor_sees_the_teams_names_without_files(ohjaaja, team):
    path = path_of(ohjaaja, "Aho")
    chief = worker(Role.SUPERVISOR, team=team)

    response = Desk().sit(chief).get(BOARD)

    assert names(response) == ["Aho"]
    assert text(response).count(str(path.client.ref)) == 1
    assert f"{path.client.ref}/stand-in/" in text(response)


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SUPERVISOR, Role.NEAR_WORKER, Role.STUDENT])
def test_strangers_see_nobody(ohjaaja, role):
    path_of(ohjaaja, "Aho")

    for who in ("mine", "team"):
        assert names(Desk().sit(worker(role)).get(BOARD, {"who": who})) == []


@pytest.mark.parametrize("role", [Role.MAIN_USER, Role.PRIVACY_OFFICER])
def test_those_who_do_no_client_work_have_no_board(role):
    assert Desk().sit(worker(role)).get(BOARD).status_code == 403
