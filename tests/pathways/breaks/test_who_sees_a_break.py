"""A break belongs to the file: who may not see it finds nothing, and the pages cost the same for one and for ten."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from network.models import Service
from pathways.models import PathBreak
from tests.desk import Desk
from tests.factories import (
    OrganisationFactory,
    PathBreakFactory,
    PathFactory,
    StandInFactory,
    ThisWorkedFactory,
    today,
    worker,
)
from tests.pathways.breaks.sheets import a_break, it_is_over, over_page, sheet_for
from tests.pathways.lists import days

pytestmark = pytest.mark.django_db


def first_page(path):
    return reverse("pathways:client", args=[path.client.ref])


def worked_page(path):
    return reverse("pathways:new-worked", args=[path.ref])


@pytest.fixture
def debt_counselling():
    home = OrganisationFactory(name="Oikeuspalveluvirasto")
    return Service.objects.create(organisation=home, name="Velkaneuvonta")


def test_a_break_that_is_not_to_be_seen_is_not_there(path):
    lasting, seat = PathBreakFactory(path=path), Desk().sit(worker())

    absent = seat.get("/breaks/5f0c1f52-6a52-4d30-9d5b-0c8f3a8f6a11/over/")

    hidden = seat.get(over_page(lasting))
    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert seat.send(over_page(lasting), it_is_over()).status_code == 404
    assert PathBreak.objects.get().is_open


def test_a_colleague_finds_it_after_a_reason_as_all_of_the_file(path):
    lasting, colleague = PathBreakFactory(path=path), worker(team=path.care.team)
    assert Desk().sit(colleague).get(over_page(lasting)).status_code == 404

    StandInFactory(client=path.client, worker=colleague)

    assert Desk().sit(colleague).send(over_page(lasting), it_is_over()).status_code == 303


def test_the_database_keeps_the_rules_by_itself(path):
    wrong = [
        {"until": days(-20), "over_by": path.care.own_worker},
        {"until": today(), "over_by": None},
        {"team": path.care.team},
        {"path": None, "author": path.care.own_worker},
        {"effect": 4},
    ]
    for fields in wrong:
        with pytest.raises(DatabaseError), transaction.atomic():
            PathBreakFactory(**{"path": path} | fields)


def test_the_pages_cost_the_same_for_one_and_for_ten(desk, path, debt_counselling):
    def add(count):
        for _ in range(count):
            PathBreakFactory(path=path, service=debt_counselling)
            ThisWorkedFactory(path=path, service=debt_counselling)

    lasting = PathBreakFactory(path=path)
    of_path = [page(path) for page in (first_page, sheet_for, worked_page)]
    pages = [*of_path, path.get_absolute_url(), over_page(lasting)]
    add(1)
    one = [desk.cost(page) for page in pages]
    add(9)
    OrganisationFactory.create_batch(9)

    assert [desk.cost(page) for page in pages] == one
    assert max(one) <= 15


def test_marking_costs_no_more_than_a_visit(desk, path):
    desk.get(sheet_for(path))
    with desk.counted() as queries:
        assert desk.send(sheet_for(path), a_break()).status_code == 303

    assert len(queries) <= 15


def test_another_path_is_another_matter(desk, path):
    PathBreakFactory(path=PathFactory(), actor_words="Toisen jono")

    assert "Toisen jono" not in desk.get(path.get_absolute_url()).content.decode()
