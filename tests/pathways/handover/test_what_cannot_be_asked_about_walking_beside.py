"""What is asked about who walks beside a person, and cannot be so: days, people, sheets, strangers."""

import uuid

import pytest
from django.urls import reverse

from clients.models import Assignment
from paku.access.roles import Role
from pathways.models import AskedNaming
from tests.desk import Desk
from tests.factories import AskedNamingFactory, AssignmentFactory, today, worker
from tests.pathways.beside import WHY, named, new_for, page_of
from tests.pathways.lists import days, path_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team, name="Eka Esihenkilö"))


@pytest.fixture
def near(team):
    return worker(Role.NEAR_WORKER, team=team, name="Lähellä Lauri")


def test_days_that_have_gone_by_are_not_agreed_to_and_late_ones_begin_today(lead, path, near):
    over = AskedNamingFactory(care=path.care, since=days(-9), until=days(-2))
    late = AskedNamingFactory(care=path.care, worker=near, since=days(-3))

    assert lead.send(page_of(over), {"outcome": "agreed"}).status_code == 422
    assert lead.send(page_of(late), {"outcome": "agreed"}).status_code == 303
    assert [row.since for row in Assignment.objects.all()] == [today()]


def test_who_has_left_meanwhile_is_not_named(lead, path, near):
    asked = AskedNamingFactory(care=path.care, worker=near)
    near.is_active = False
    near.save()

    assert lead.send(page_of(asked), {"outcome": "agreed"}).status_code == 422
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"why": ""}, {"why": "x" * 301}, {"why": "\x00"}, {"since": "eilen"}]
)
def test_a_faulty_sheet_comes_back_with_what_was_typed(desk, path, near, wrong):
    answer = desk.send(new_for(path), named(near) | {"why": WHY} | wrong)

    assert (answer.status_code, AskedNaming.objects.count()) == (422, 0)


def test_nobody_asks_for_themselves_or_for_who_cannot_take_it(desk, path, team):
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    for user, seat in ((desk.user, desk), (pair.user, pair), (worker(), desk)):
        sent = seat.send(new_for(path), named(user, "pair") | {"why": WHY})
        assert sent.status_code == 422
    assert not AskedNaming.objects.exists()


def test_strangers_meet_the_same_404_and_another_clients_request_is_not_here(desk, path, team):
    asked = AskedNamingFactory(care=path.care)
    other = path_of(worker(team=team))
    stranger = Desk().sit(worker())
    nothing = reverse("pathways:asked-naming", args=[uuid.uuid4(), uuid.uuid4()])

    assert stranger.get(page_of(asked)).content == stranger.get(nothing).content
    wrong = reverse("pathways:asked-naming", args=[other.client.ref, asked.ref])
    assert Desk().sit(other.care.own_worker).get(wrong).status_code == 404
