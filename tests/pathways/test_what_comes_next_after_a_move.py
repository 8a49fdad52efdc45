"""What comes next after a move becomes a step when somebody has promised it for a day."""

import pytest
from django.db import OperationalError, connection

from network.models import Step
from paku.audit.models import Entry
from pathways.models import Pathway, StageMove
from tests.factories import MemberFactory
from tests.pathways.lists import days, shown
from tests.pathways.moving import a_move, sheet_for

pytestmark = pytest.mark.django_db


def test_what_comes_next_becomes_a_step_when_it_has_a_name_and_a_day(desk, path):
    partner = MemberFactory(client=path.client)

    desk.send(sheet_for(path), a_move(step_doer_1=str(partner.ref), step_due_1=shown(days(3))))

    step = Step.objects.get()
    assert (step.what, step.doer, step.due_on, step.client) == (
        "Soitto joka viikko",
        partner,
        days(3),
        path.client,
    )


def test_what_comes_next_without_a_name_and_a_day_is_no_step(desk, path):
    desk.send(sheet_for(path), a_move())

    assert path.moves.count() == 2
    assert not Step.objects.exists()


def test_half_a_step_is_asked_for_whole(desk, path):
    answer = desk.send(sheet_for(path), a_move(step_doer_1="client"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["step_due_1"])
    assert path.moves.count() == 1


def test_a_doer_outside_the_clients_network_is_no_choice(desk, path):
    answer = desk.send(
        sheet_for(path), a_move(step_doer_1=str(MemberFactory().ref), step_due_1=shown(days(5)))
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["step_doer_1"])
    assert path.moves.count() == 1


def test_a_move_and_its_step_stand_or_fall_together(desk, path):
    def disk_full(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "network_step"'):
            raise OperationalError("disk full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(disk_full), pytest.raises(OperationalError, match="disk full"):
        desk.send(sheet_for(path), a_move(step_doer_1="client", step_due_1=shown(days(5))))

    assert StageMove.objects.count() == 1
    assert Pathway.objects.get().stage == "intensive_support"


def test_the_move_and_the_step_are_on_the_trail(desk, path):
    desk.send(sheet_for(path), a_move(step_doer_1="client", step_due_1=shown(days(5))))

    deeds = Entry.objects.filter(client_refs__contains=[path.client.ref]).values_list(
        "deed", flat=True
    )
    assert {"pathways.moved", "network.step_agreed"} <= set(deeds)
