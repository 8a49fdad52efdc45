"""An improvement has an owner and a day; two who change it at once are told; only workers of the area write."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from paku.access.roles import Role
from pathways.forms.improvements import GONE
from pathways.models import Improvement
from pathways.models.problem_spots import key_of
from tests.desk import Desk
from tests.factories import ImprovementFactory, today, worker
from tests.pathways.lists import days

pytestmark = pytest.mark.django_db
NEW = "/area/improvements/new/"


def told(user, **fields):
    return {
        "problem": "Jono on pitkä",
        "owner": str(user.ref),
        "due_on": days(30).isoformat(),
        **fields,
    }


def changed(row, **fields):
    return {"problem": row.problem, "owner": str(row.owner.ref), "due_on": row.due_on.isoformat(), "state": "changed",
            "changed": "Oma aika joka toinen tiistai", "changed_on": today().isoformat(), "seen": "1",
            **fields}  # fmt: skip


def test_what_was_changed_is_told_with_its_day(desk):
    row = ImprovementFactory(owner=desk.user)

    assert desk.send(row.get_absolute_url(), changed(row)).status_code == 303

    row.refresh_from_db()
    assert (row.state, row.changed_on, row.version) == ("changed", today(), 2)


def test_what_goes_on_stands_by_its_day_though_something_has_been_changed_already(desk):
    late = ImprovementFactory(state="doing", due_on=days(20), changed_on=today())
    soon = ImprovementFactory(due_on=days(10))
    over = ImprovementFactory(
        state="changed", changed="Oma aika", changed_on=days(-9), due_on=days(1)
    )
    newer = ImprovementFactory(
        state="changed", changed="Kyyti", changed_on=days(-2), due_on=days(5)
    )

    assert list(Improvement.objects.on_board()) == [soon, late, newer, over]


@pytest.mark.parametrize("missing", ["changed", "changed_on"])
def test_changed_without_what_or_when_is_asked_again(desk, missing):
    row = ImprovementFactory(owner=desk.user)

    answer = desk.send(row.get_absolute_url(), changed(row, **{missing: ""}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [missing])
    row.refresh_from_db()
    assert row.state == "agreed"


@pytest.mark.parametrize(
    ("field", "value"),
    [("problem", " "), ("owner", "nobody"), ("due_on", "1.1.2020"), ("due_on", "")],
)
def test_a_faulty_sheet_comes_back(desk, field, value):
    answer = desk.send(NEW, told(desk.user, **{field: value}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Improvement.objects.exists()


def test_an_improvement_that_is_late_can_still_be_changed(desk):
    row = ImprovementFactory(owner=desk.user, due_on=days(-10))

    assert desk.send(row.get_absolute_url(), changed(row, state="doing")).status_code == 303


def test_two_tabs_and_a_double_click(desk):
    row, number = ImprovementFactory(owner=desk.user), uuid.uuid4()
    assert desk.send(row.get_absolute_url(), changed(row)).status_code == 303

    assert desk.send(row.get_absolute_url(), changed(row, changed="Toinen")).status_code == 409

    for _ in range(2):
        desk.send(NEW, told(desk.user), sheet=number)
    assert Improvement.objects.count() == 2
    row.refresh_from_db()
    assert row.changed == "Oma aika joka toinen tiistai"


def test_an_owner_who_has_left_stays_until_another_takes_over(desk):
    row = ImprovementFactory(owner=worker())

    form = desk.get(row.get_absolute_url()).context["form"]

    assert str(row.owner.ref) in dict(form.fields["owner"].choices)


@pytest.mark.parametrize(
    "role", [Role.NEAR_WORKER, Role.STUDENT, Role.MAIN_USER, Role.PRIVACY_OFFICER]
)
def test_who_does_not_work_with_clients_of_their_own_writes_nothing(role):
    row, somebody = ImprovementFactory(), Desk().sit(worker(role))

    for address in (NEW, row.get_absolute_url()):
        assert somebody.get(address).status_code == 403


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.SUPERVISOR])
def test_workers_write(role):
    user = worker(role)

    assert Desk().sit(user).send(NEW, told(user)).status_code == 303


def test_an_improvement_that_does_not_exist(desk):
    assert desk.get(reverse("pathways:improvement", args=[uuid.uuid4()])).status_code == 404


def test_of_a_spot_that_is_told_no_more_it_is_said_before_it_is_saved_apart(desk):
    way = f"{NEW}?spot={key_of('queue', 'Pankki', '601')}"

    asked = desk.send(way, told(desk.user))
    html = asked.content.decode()

    assert asked.status_code == 422
    assert [str(GONE)] == asked.context["form"].non_field_errors()
    assert "Jono on pitkä" in html
    assert not Improvement.objects.exists()
    assert desk.send(way, told(desk.user, apart="on")).status_code == 303
    assert Improvement.objects.get().kind is None
    assert 'name="apart" value="on"' in html
