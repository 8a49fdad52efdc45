"""Row O19: who leads the team names who walks beside, own workers ask, nobody else does either; into a restricted
file a near-worker is let in first."""

import pytest

from clients.models import Admission, Assignment
from paku.access.roles import Role
from pathways.models import AskedNaming
from tests.access_matrix.columns import COLUMNS
from tests.access_matrix.world import build
from tests.desk import Desk
from tests.factories import AssignmentFactory, worker
from tests.pathways.beside import end_of, named, new_for
from tests.pathways.giving_over import own_worker_of
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team))


@pytest.fixture
def near(team):
    return worker(Role.NEAR_WORKER, team=team, name="Lähellä Lauri")


def test_to_a_restricted_file_a_near_worker_is_let_in_first(lead, path, near):
    path.client.is_restricted = True
    path.client.save()
    Admission.objects.create(client=path.client, user=lead.user, admitted_by=path.care.own_worker)

    refused = lead.send(new_for(path), named(near))
    assert (refused.status_code, Assignment.objects.count()) == (422, 0)

    Admission.objects.create(client=path.client, user=near, admitted_by=lead.user)
    assert lead.send(new_for(path), named(near)).status_code == 303


ASKING = ("SIo", "SIt", "SWo")


@pytest.mark.parametrize("column", [one for one in COLUMNS if one not in ("SUPu", *ASKING)])
def test_nobody_else_names_or_ends(column):
    world = build()
    user = COLUMNS[column](world)
    row = AssignmentFactory(care=world.path.care)
    desk = Desk().sit(user) if user else Desk()
    before = Assignment.objects.count()

    for address in (new_for(world.path), end_of(row)):
        answers = [desk.get(address), desk.send(address, named(worker(), "pair"))]
        expected = {403, 404} if user else {302, 403}
        assert {answer.status_code for answer in answers} <= expected
    assert Assignment.objects.count() == before


@pytest.mark.parametrize("column", ASKING)
def test_own_workers_ask_and_nothing_changes_before_the_answer(column):
    world = build()
    desk = Desk().sit(COLUMNS[column](world))
    row = AssignmentFactory(care=world.path.care)
    before = Assignment.objects.count()

    asked = desk.send(new_for(world.path), named(worker(Role.NEAR_WORKER)) | {"why": "Lähellä"})
    to_end = desk.send(end_of(row), {"why": "Muutti pois"})

    assert (asked.status_code, to_end.status_code) == (303, 303)
    assert (Assignment.objects.count(), AskedNaming.objects.waiting().count()) == (before, 2)


def test_a_student_and_a_near_worker_see_no_button(path):
    for trait in ({"student": True}, {"near_worker": True}):
        row = AssignmentFactory(care=path.care, **trait)
        assert Desk().sit(row.worker).get(new_for(path)).status_code in (403, 404)


def test_where_nobody_walks_beside_the_sheet_leads_to_the_page(desk, path):
    assert own_worker_of(path) in text(desk.get(f"/paths/{path.ref}/pair/new/"))
