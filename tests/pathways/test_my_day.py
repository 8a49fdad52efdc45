"""What a worker sees in the morning: what is due, what was left unfinished, and nothing of the closed."""

from datetime import timedelta

import pytest

from network.models import Step
from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    PathFactory,
    StepFactory,
    today,
    worker,
)

pytestmark = pytest.mark.django_db


def test_late_due_and_coming_steps_stand_apart(desk, path):
    for days, what in ((-2, "Myöhässä"), (0, "Tänään"), (3, "Tulossa"), (30, "Kaukana")):
        StepFactory(client=path.client, what=what, due_on=today() + timedelta(days=days))

    context = desk.get("/").context

    assert [[step.what for step in context[part]] for part in ("late", "due", "coming")] == [
        ["Myöhässä"],
        ["Tänään"],
        ["Tulossa"],
    ]


def test_a_pairs_own_step_is_on_the_pairs_list_and_not_on_the_own_workers(desk, path):
    pair = AssignmentFactory(care=path.care).worker
    member = MemberFactory(client=path.client, kind="worker", user=pair, name=pair.name)
    StepFactory(client=path.client, doer=member, what="Parin asia", due_on=today())

    assert "Parin asia" in Desk().sit(pair).get("/").content.decode()
    assert "Parin asia" not in desk.get("/").content.decode()


def test_nothing_is_shown_of_an_ended_care_relationship(desk, path):
    StepFactory(client=path.client, what="Vanha", due_on=today())
    path.care.ended_on = today()
    path.care.save()

    page = desk.get("/")

    assert (page.status_code, "Vanha" in page.content.decode()) == (200, False)


def test_an_unfinished_visit_is_listed(desk, path):
    desk.leave(f"visit/{path.ref}", {"note": "Kesken"})

    assert desk.get("/").context["unfinished"][0].path == path


def test_a_step_is_marked_as_done_once(desk, path):
    step = StepFactory(client=path.client)

    first = desk.send(f"/steps/{step.ref}/done/", {"outcome": "Onnistui"})
    again = desk.send(f"/steps/{step.ref}/done/", {"outcome": "Uudestaan"})

    assert (first.status_code, again.status_code) == (303, 409)
    assert Step.objects.get().outcome == "Onnistui"


def test_a_step_of_a_stranger_is_not_found(path):
    step = StepFactory(client=path.client)

    assert Desk().sit(worker()).send(f"/steps/{step.ref}/done/", {}).status_code == 404
    assert Step.objects.get().is_open


def test_a_near_worker_sees_own_tasks_and_can_mark_them(path):
    near = AssignmentFactory(care=path.care, near_worker=True).worker
    member = MemberFactory(client=path.client, kind="worker", user=near, name=near.name)
    step = StepFactory(client=path.client, doer=member, what="Kaupalla käynti", due_on=today())
    desk = Desk().sit(near)

    page = desk.get("/").content.decode()

    assert "Kaupalla käynti" in page
    assert f'href="/clients/{path.client.ref}/"' in page
    assert desk.send(f"/steps/{step.ref}/done/", {}).status_code == 303


@pytest.mark.parametrize(
    ("role", "lands"),
    [
        (Role.SUPERVISOR, "/caseload/"),
        (Role.PRIVACY_OFFICER, "/trail/"),
        (Role.MAIN_USER, "/set-up/"),
    ],
)
def test_the_others_land_on_their_own_work(role, lands):
    assert Desk().sit(worker(role)).get("/")["Location"] == lands


def test_the_day_costs_the_same_for_one_and_for_ten(desk, path):
    StepFactory(client=path.client, due_on=today())
    one = desk.cost("/")
    for _ in range(9):
        StepFactory(
            client=PathFactory(care__own_worker=desk.user, care__team=path.care.team).client,
            due_on=today(),
        )

    assert desk.cost("/") == one <= 9
