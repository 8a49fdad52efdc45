"""What is agreed on a visit has a doer of the client's own network and a day."""

import pytest

from network.models import Step
from pathways.models import Visit
from tests.factories import MemberFactory
from tests.pathways.lists import days, shown
from tests.pathways.visiting import a_visit, sheet_for

pytestmark = pytest.mark.django_db


def test_a_next_step_gets_a_doer_and_a_day(desk, path):
    partner = MemberFactory(client=path.client)

    desk.send(
        sheet_for(path),
        a_visit(step_what_1="Varaa aika", step_doer_1=str(partner.ref), step_due_1=shown(days(5))),
    )

    step = Step.objects.get()
    assert (step.doer, step.due_on, step.agreed_by) == (partner, days(5), desk.user)
    assert list(Visit.objects.get().steps.all()) == [step]


def test_a_step_without_a_name_or_a_day_is_asked_for_beside_its_field(desk, path):
    answer = desk.send(sheet_for(path), a_visit(step_what_1="Varaa aika"))

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"step_doer_1", "step_due_1"}
    assert "Juotiin kahvit." in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_member_of_another_clients_network_cannot_be_given_a_step(desk, path):
    stranger = MemberFactory()

    answer = desk.send(
        sheet_for(path),
        a_visit(step_what_1="x", step_doer_1=str(stranger.ref), step_due_1=shown(days(5))),
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["step_doer_1"])
    assert not Step.objects.exists()
