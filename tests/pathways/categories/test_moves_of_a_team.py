"""The supervisor sees how many moved between the categories in a quarter; what fewer than five did is hidden."""

from __future__ import annotations

import pytest
from django.db import connection

from paku.access.roles import Role
from paku.kit.context import enter
from tests.desk import Desk
from tests.factories import CategoryTalkFactory, PathFactory, today, worker
from tests.pathways.lists import days, text

pytestmark = pytest.mark.django_db
MOVES = "/caseload/categories/"


@pytest.fixture
def boss(team):
    return worker(Role.SUPERVISOR, team=team)


def moved(ohjaaja, team, number, *, became="co_operation", **fields):
    """That many persons, first in network services, today in others."""
    paths = PathFactory.create_batch(number, care__own_worker=ohjaaja, care__team=team, **fields)
    for path in paths:
        CategoryTalkFactory(path=path, on=days(-400))
        CategoryTalkFactory(path=path, on=today(), chosen=became, reason="Nyt näin")
    return paths


def told(user):
    page = Desk().sit(user).get(MOVES)
    assert page.status_code == 200
    return [(move.was, move.became, move.people) for move in page.context["moves"]], page


def test_five_persons_are_told_and_four_are_not(boss, ohjaaja, team):
    moved(ohjaaja, team, 5)
    moved(ohjaaja, team, 4, became="community")

    found, page = told(boss)

    assert ("network", "co_operation", 5) in found
    assert not [move for move in found if move[1] == "community"]
    assert ("", "network", 9) in found
    assert str(today().year) in text(page)


def test_five_talks_of_one_person_are_one_person(boss, ohjaaja, team):
    path = PathFactory(care__own_worker=ohjaaja, care__team=team)
    for one in ("network", "co_operation") * 5:
        CategoryTalkFactory(path=path, on=today(), chosen=one, reason="Nyt näin")

    assert told(boss)[0] == []


def test_who_stayed_has_not_moved_and_an_ended_path_went_out(boss, ohjaaja, team):
    moved(ohjaaja, team, 5, became="network")
    for path in moved(ohjaaja, team, 5):
        path.ended_on, path.ending = today(), "moved"
        path.save(update_fields=["ended_on", "ending"])

    found = {(was, became): people for was, became, people in told(boss)[0]}

    assert found[("co_operation", "")] == 5
    assert ("network", "network") not in found


def test_only_the_team_that_one_leads(boss, ohjaaja, team):
    moved(ohjaaja, team, 5)

    assert told(worker(Role.SUPERVISOR))[0] == []
    assert Desk().sit(ohjaaja).get(MOVES).status_code == 403


def test_nobody_counts_in_anothers_name(boss, ohjaaja, team):
    moved(ohjaaja, team, 5)
    asked = "SELECT count(*) FROM paku_category_moves(%s, '2000-01-01')"
    with connection.cursor() as cursor:
        enter(boss.pk)
        cursor.execute(asked, [boss.pk])
        own = cursor.fetchone()[0]
        enter(ohjaaja.pk)
        cursor.execute(asked, [boss.pk])
        borrowed = cursor.fetchone()[0]

    assert (own > 0, borrowed) == (True, 0)


def test_more_persons_cost_no_more(boss, ohjaaja, team):
    moved(ohjaaja, team, 5)
    seat = Desk().sit(boss)
    one = seat.cost(MOVES)
    moved(ohjaaja, team, 5, became="community")

    assert seat.cost(MOVES) == one <= 9
