"""Round a controlled exit: the way back, who may be told, who reads, and what becomes of the calls at another end."""

import pytest

from network.ledger import allows
from network.models import Step
from network.who_may_know import who_may_know
from paku.access.roles import Role
from pathways.models import CheckIn, ExitReview
from tests.desk import Desk
from tests.factories import ConsentFactory, MemberFactory, OrganisationFactory, today, worker
from tests.pathways.leaving import an_end, end_of
from tests.pathways.lists import text
from tests.pathways.tapering.sheets import at, in_exit, tapering_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return tapering_path(ohjaaja, team)


def test_the_number_and_the_return_ticket_stand_on_the_sheet(desk, path):
    page = text(desk.get(at("exit", path)))

    assert desk.user.name in page[page.index("return-title") :]
    assert "365" in page


def test_the_ledger_says_the_same_of_one_and_of_all(path):
    kela = OrganisationFactory()
    members = [
        MemberFactory(client=path.client, name=name, organisation=kela if name == "Kela" else None)
        for name in ("Sisar", "Kela", "Naapuri")
    ]
    ConsentFactory(member=members[0], topics=["path"])
    ConsentFactory(member=members[2], topics=["steps"])

    found = {one.member: one.basis for one in who_may_know(path.client, members, "path", today())}

    assert found == {m: allows(path.client, m, ["path"], today())["path"] for m in members}
    assert [bool(found[m]) for m in members] == [True, False, False]


def test_a_supervisor_reads_and_does_not_fill_in(path):
    boss = worker(Role.SUPERVISOR, team=path.care.team)
    desk = Desk().sit(boss)

    assert desk.send(at("exit", path), {"what_remains": "Jotain", "seen": "0"}).status_code in (
        302,
        403,
    )
    assert not ExitReview.objects.exists()
    for user, status in ((worker(), 404), (worker(Role.NEAR_WORKER), 404)):
        assert Desk().sit(user).get(at("exit", path)).status_code == status


def test_ended_otherwise_the_calls_are_decided_of_on_the_sheet(path):
    path = in_exit(path)
    boss = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))
    one, two, three = Step.objects.open().order_by("due_on")

    sheet = an_end(seen="controlled_exit")
    lost = boss.send(end_of(path), sheet)
    settled = {
        f"step_{one.ref}": "done",
        f"step_{two.ref}": "dropped",
        f"step_{three.ref}": "client",
    }
    ended = boss.send(end_of(path), {**sheet, **settled})

    assert (lost.status_code, ended.status_code) == (422, 303)
    assert [c.result for c in CheckIn.objects.told()] == ["reached", "not_needed", ""]
    three.refresh_from_db()
    assert three.is_open
