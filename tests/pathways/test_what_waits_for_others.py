"""Open loops: what a partner or a worker of elsewhere has taken on is shown with how long it has waited."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import translation

from pathways.picture import picture_words
from tests.desk import Desk
from tests.factories import MemberFactory, OrganisationFactory, PathFactory, StepFactory, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return PathFactory(care__own_worker=ohjaaja, care__team=team)


def step(path, days=7, **member):
    doer = MemberFactory(client=path.client, **member) if member else None
    return StepFactory(
        client=path.client,
        doer=doer,
        agreed_on=today() - timedelta(days=20),
        due_on=today() + timedelta(days=days),
    )


def loops(desk, path):
    return desk.get(f"/paths/{path.ref}/").context["loops"]


def test_a_partners_step_waits_since_it_was_agreed_with_its_organisation(desk, path):
    home = OrganisationFactory(name="Oikeuspalveluvirasto")
    waiting = step(path, -2, kind="partner", name="Anu Hietakangas", organisation=home)

    (loop,) = loops(desk, path)

    assert (loop.step, loop.days, loop.state) == (waiting, 20, "overdue")
    assert loop.who == "Anu Hietakangas, Oikeuspalveluvirasto"
    assert loop.who in desk.get(f"/paths/{path.ref}/").content.decode()


def test_neither_the_persons_nor_the_own_workers_nor_a_close_ones_step_is_a_loop(desk, path):
    step(path)
    step(path, kind="worker", user=path.care.own_worker)
    step(path, kind="close", name="Sisko")

    assert loops(desk, path) == []


def test_a_worker_of_elsewhere_is_one(desk, path):
    step(path, 0, kind="worker", name="Tiina Tuki")

    assert [loop.state for loop in loops(desk, path)] == ["today"]


def test_the_picture_tells_the_same_in_words(desk, path):
    step(path, -2, kind="partner")
    step(path, 2, kind="partner")

    found, stretches = loops(desk, path), desk.get(f"/paths/{path.ref}/").context["stretches"]
    with translation.override("en"):
        words = picture_words(path, stretches, loops=found)

    assert words.endswith("2 things wait for others. 1 of them is late.")


def test_ten_loops_cost_what_one_costs(desk, path):
    step(path, kind="partner", organisation=OrganisationFactory())
    one = desk.cost(f"/paths/{path.ref}/")
    for _ in range(9):
        step(path, kind="partner", organisation=OrganisationFactory())

    assert desk.cost(f"/paths/{path.ref}/") == one <= 14
    assert isinstance(desk, Desk)
