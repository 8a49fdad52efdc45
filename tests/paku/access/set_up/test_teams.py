"""Teams are made and renamed by the main user; a supervisor sees the own one's people and their rights."""

import uuid

import pytest

from paku.access.models import Team
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import MembershipFactory, TeamFactory, worker
from tests.paku.access.set_up.setting_up import deeds, fresh, page

pytestmark = pytest.mark.django_db

NEW = "/set-up/teams/new/"
SHEET = {"name": "Eteläinen tiimi", "provider": "Keski-Suomen hyvinvointialue"}


def test_a_double_click_makes_one_team(desk):
    sheet = uuid.uuid4()

    answers = [desk.send(NEW, SHEET, sheet=sheet) for _ in range(2)]

    team = Team.objects.get(name="Eteläinen tiimi")
    assert [answer["Location"] for answer in answers] == [page("team", team)] * 2
    assert deeds() == ["access.team_created"]


def test_a_name_that_is_taken_or_empty_comes_back(desk, team):
    for wrong in ({"name": "pohjoinen TIIMI"}, {"name": ""}, {"provider": " "}):
        answer = desk.send(NEW, {**SHEET, **wrong})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, list(wrong))


def test_renaming(desk, team):
    other = TeamFactory(name="Toinen")

    assert desk.send(page("rename-team", team), {**SHEET, "name": "Toinen"}).status_code == 422
    assert desk.send(page("rename-team", team), SHEET).status_code == 303

    assert set(Team.objects.filter(pk__in=(team.pk, other.pk)).values_list("name", flat=True)) == {
        "Eteläinen tiimi",
        "Toinen",
    }
    assert deeds() == ["access.team_renamed"]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MAIN_USER])
def test_nobody_else_makes_or_renames(role, team):
    other = fresh(worker(role, team=team))

    answers = [
        other.get("/set-up/teams/"),
        other.send(NEW, SHEET),
        other.send(page("rename-team", team), SHEET),
    ]
    assert [answer.status_code for answer in answers] == [403] * 3
    assert not Team.objects.filter(name="Eteläinen tiimi").exists()


def test_a_supervisor_sees_the_own_team_and_no_other(supervisor, instructor, team):
    text = supervisor.get(page("team", team)).content.decode()

    assert "Oiva Ohjaaja" in text
    assert supervisor.get(page("team", TeamFactory())).status_code == 403
    assert Desk().sit(instructor).get(page("team", team)).status_code == 403


@pytest.mark.parametrize("where", ["team", "teams"])
def test_ten_cost_what_one_costs(desk, team, instructor, where):
    address = page("team", team) if where == "team" else page("teams")
    one = desk.cost(address)
    MembershipFactory.create_batch(9, team=team)
    TeamFactory.create_batch(9)

    assert desk.cost(address) == one <= 9
