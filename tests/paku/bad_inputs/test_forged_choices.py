"""A choice that the page never offered – a case, a worker, a stage, a member of elsewhere – is no choice."""

import re
import uuid

import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.models import Pathway, Visit
from pathways.models.stage import Stage
from tests.desk import Desk
from tests.factories import MemberFactory, PathFactory, TeamFactory, worker
from tests.paku.bad_inputs.doors import (
    MOVE,
    NEW_CLIENT,
    SAVING,
    STEP,
    VISIT,
    a_desk,
    a_visit,
    day,
    send,
)
from tests.paku.bad_inputs.reading import rows

REF = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

pytestmark = pytest.mark.django_db


def denied():
    return Entry.objects.filter(outcome="denied")


@pytest.mark.parametrize("door", [door for door in SAVING if door is not NEW_CLIENT], ids=str)
def test_bi_182_the_case_of_another_team_is_not_found_and_the_try_is_on_the_trail(door):
    _, path = a_desk()
    address, fields = door.open(path)
    stranger, before = Desk().sit(worker(Role.SOCIAL_WORKER)), rows()

    hidden = send(stranger, address, fields)
    elsewhere = REF.search(address)[0]
    absent = send(stranger, address.replace(elsewhere, str(uuid.uuid4())), fields)

    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert (rows(), denied().count()) == (before, 2)
    assert denied().filter(object_ref=elsewhere).count() == 1


def test_bi_183_a_worker_of_another_unit_cannot_be_chosen():
    desk, path = a_desk()
    address, fields = NEW_CLIENT.open(path)
    far = worker()
    before = rows()

    for key in (f"{far.rights[0].team.ref}/{far.ref}", f"{path.care.team.ref}/{far.ref}", "x", ""):
        answer = send(desk, address, {**fields, "own_worker": key})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["own_worker"])
    assert rows() == before


@pytest.mark.parametrize("to", ["outreach", "closed", "", "tapering\x00", "TAPERING", "follow_up"])
def test_bi_184_a_stage_that_the_map_does_not_reach_is_refused(to):
    desk, path = a_desk(stage=Stage.OUTREACH)
    address, fields = MOVE.open(path)
    before = rows()

    answer = send(desk, address, {**fields, "to": to}, guarded=("why",))

    assert answer.status_code in {409, 422}
    assert (rows(), Pathway.objects.get().stage) == (before, Stage.OUTREACH)


@pytest.mark.parametrize("door", [VISIT, MOVE, STEP], ids=str)
def test_bi_200_nobody_outside_the_clients_own_network_can_be_reminded(door):
    desk, path = a_desk()
    elsewhere = MemberFactory(client=PathFactory(care__team=TeamFactory()).client)
    colleague = worker(team=path.care.team)
    address, fields = door.open(path)
    before = rows()

    for doer in (elsewhere.ref, colleague.ref, elsewhere.pk, "x", "' OR 1=1"):
        given = {"step_what_1": "Soittaa", "step_due_1": day(), "step_doer_1": doer}
        answer = send(desk, address, {**fields, **given}, guarded=door.guarded)
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["step_doer_1"])
    assert rows() == before


def test_nobody_outside_the_clients_own_network_was_present():
    desk, path = a_desk()
    elsewhere = MemberFactory()

    answer = send(desk, VISIT.open(path)[0], a_visit(present=["client", str(elsewhere.ref)]))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["present"])
    assert not Visit.objects.exists()
