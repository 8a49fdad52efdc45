"""Row S18, “it is mine”: what nobody has taken on is found, and stays in sight until a name and a day stand on it."""

import pytest

from network.models import Step
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import MemberFactory, worker
from tests.pathways.lists import days, names, path_of, shown, text

pytestmark = pytest.mark.django_db

NOBODYS = "/caseload/?only=no-step"
WHAT = "Vien roskat yhdessä kaatopaikalle"


@pytest.fixture
def path(desk):
    return path_of(desk.user, "Aho")


@pytest.fixture
def supervisor(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


def agree(desk, path, **told):
    me = MemberFactory(client=path.client, kind="worker", user=desk.user)
    sheet = {"step_what_1": WHAT, "step_doer_1": me.ref, "step_due_1": shown(days(0)), **told}
    return desk.send(f"/clients/{path.client.ref}/steps/new/", sheet)


def test_what_was_nobodys_is_somebodys_by_name_and_day(desk, path, supervisor):
    assert names(supervisor.get(NOBODYS)) == ["Aho"]

    assert agree(desk, path).status_code == 303

    assert names(supervisor.get(NOBODYS)) == []
    assert Step.objects.get(what=WHAT).doer.user == desk.user
    assert WHAT in text(desk.get("/"))


@pytest.mark.parametrize("left_out", ["step_doer_1", "step_due_1"])
def test_without_a_name_or_a_day_it_is_still_nobodys(desk, path, supervisor, left_out):
    assert agree(desk, path, **{left_out: ""}).status_code == 422

    assert names(supervisor.get(NOBODYS)) == ["Aho"]


def test_what_has_been_done_leaves_the_question_what_next(desk, path, supervisor):
    agree(desk, path)

    desk.send(f"/steps/{Step.objects.get(what=WHAT).ref}/done/", {"outcome": "Viety."})

    assert names(supervisor.get(NOBODYS)) == ["Aho"]
