"""The team's answers without names: what would tell of fewer than five persons is hidden, in the database already."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from paku.access.roles import Role
from paku.kit.context import enter
from paku.kit.half_years import Half, halves, last_told
from pathways.models import QualityItem
from tests.desk import Desk
from tests.factories import (
    MembershipFactory,
    PathFactory,
    QualityCheckFactory,
    TeamFactory,
    today,
    worker,
)
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db
SUMS = "/caseload/quality/"


@pytest.fixture
def boss(team):
    return worker(Role.SUPERVISOR, team=team)


def a_day():
    """Within what the newest half-year tells."""
    return last_told(today())


def answered(ohjaaja, team, number, answer, *, code="in_time", **fields):
    """That many persons gave this answer to one sentence; nothing else was asked of them."""
    paths = PathFactory.create_batch(number, care__own_worker=ohjaaja, care__team=team)
    for path in paths:
        QualityCheckFactory(path=path, answers={code: answer}, **{"on": a_day(), **fields})
    return paths


def told(user, address=SUMS):
    """(persons asked, code → the four figures) of the first team, and the page."""
    page = Desk().sit(user).get(address)
    assert page.status_code == 200
    teams = page.context["teams"]
    if not teams:
        return 0, {}, page
    cells = {one.item.code: [number for _, number in one.cells] for one in teams[0].items}
    return teams[0].people, cells, page


def test_figures_of_five_are_told_by_sentence_and_answer(boss, ohjaaja, team):
    answered(ohjaaja, team, 6, "yes")
    answered(ohjaaja, team, 5, "no")

    people, cells, page = told(boss)

    assert people == 11
    assert cells["in_time"] == [6, None, 5, None]
    assert cells["way_back"] == [None, None, None, 11]
    assert team.name in text(page)


def test_of_four_persons_nothing_at_all_is_told(boss, ohjaaja, team):
    answered(ohjaaja, team, 4, "yes")

    assert told(boss)[:2] == (0, {})


def test_what_is_hidden_cannot_be_counted_from_what_is_told(boss, ohjaaja, team):
    """12 asked, 2 said no: without hiding 5 as well, 12 - 5 - 5 would tell of the two."""
    answered(ohjaaja, team, 5, "yes")
    answered(ohjaaja, team, 5, "partly")
    answered(ohjaaja, team, 2, "no")

    people, cells, _page = told(boss)

    shown = [number for number in cells["in_time"] if number is not None]
    assert (people, shown) == (12, [5])


@pytest.mark.parametrize(
    "said", [(5, 5, 4, 0), (9, 3, 0, 0), (7, 6, 1, 1), (6, 0, 0, 1), (20, 2, 3, 0), (8, 4, 4, 4)]
)
def test_the_hidden_of_a_sentence_are_nobody_or_five_at_least(boss, ohjaaja, team, said):
    for number, answer in zip(said, ("yes", "partly", "no", "not_asked"), strict=True):
        answered(ohjaaja, team, number, answer)

    people, cells, _page = told(boss)

    shown = [number for number in cells["in_time"] if number is not None]
    assert all(number >= 5 for number in shown)
    assert people == sum(said)
    assert people - sum(shown) == 0 or people - sum(shown) >= 5


def test_a_person_counts_once_by_the_last_answer(boss, ohjaaja, team):
    for path in answered(ohjaaja, team, 5, "no", on=halves(today())[0].since):
        QualityCheckFactory(path=path, on=a_day(), answers={"in_time": "yes"})
        QualityCheckFactory(path=path, on=a_day(), answers={"way_back": "yes"})

    people, cells, _page = told(boss)

    assert people == 5
    assert cells["in_time"] == [5, None, None, None]
    assert cells["way_back"] == [5, None, None, None]


def test_what_the_worker_filled_in_alone_is_not_counted(boss, ohjaaja, team):
    answered(ohjaaja, team, 6, "yes", filled_with="worker")

    assert told(boss)[0] == 0


def test_a_half_year_is_chosen_and_the_running_month_is_not_told(boss, ohjaaja, team):
    before = halves(today())[1]
    answered(ohjaaja, team, 5, "no", on=before.until)
    answered(ohjaaja, team, 6, "yes", on=today())

    assert told(boss)[0] == 0
    assert told(boss, f"{SUMS}?half={before.key}")[0] == 5
    assert told(boss, f"{SUMS}?half=1066-1")[0] == 0


def test_half_years_begin_in_january_and_in_july():
    assert [str(half) for half in halves(date(2027, 1, 20))[:3]] == ["2/2026", "1/2026", "2/2025"]
    assert (Half(2026, 1).since, Half(2026, 1).until) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (Half(2026, 2).since, Half(2026, 2).until) == (date(2026, 7, 1), date(2026, 12, 31))


def test_teams_are_told_apart_and_only_those_that_one_leads(boss, ohjaaja, team):
    answered(ohjaaja, team, 5, "yes")
    other = TeamFactory(name="Aapa")
    answered(worker(Role.INSTRUCTOR, team=other), other, 5, "no")

    assert told(worker(Role.SUPERVISOR))[0] == 0
    assert Desk().sit(ohjaaja).get(SUMS).status_code == 403
    assert "Aapa" not in text(told(boss)[2])
    MembershipFactory(user=boss, team=other, role=Role.SUPERVISOR)
    names = [one.name for one in Desk().sit(boss).get(SUMS).context["teams"]]
    assert set(names) == {"Aapa", team.name}


def test_nobody_counts_in_anothers_name_and_nobody_is_named(boss, ohjaaja, team):
    paths = answered(ohjaaja, team, 5, "yes")
    asked = "SELECT count(*) FROM paku_quality_sums(%s, '2000-01-01', '2100-01-01')"
    with connection.cursor() as cursor:
        enter(boss.pk)
        cursor.execute(asked, [boss.pk])
        own = cursor.fetchone()[0]
        enter(ohjaaja.pk)
        cursor.execute(asked, [boss.pk])
        borrowed = cursor.fetchone()[0]

    assert (own > 0, borrowed) == (True, 0)
    page = text(told(boss)[2])
    assert not [path for path in paths if path.client.last_name in page]


def test_a_sentence_worded_anew_says_so(boss, ohjaaja, team):
    answered(ohjaaja, team, 5, "yes")
    old = QualityItem.objects.get(code="in_time")
    day = a_day()
    QualityItem.objects.filter(pk=old.pk).update(until=day.replace(day=1))
    QualityItem.objects.create(
        code="in_time", label_fi="Apu tuli ajallaan.", order=4, since=day.replace(day=2)
    )

    _people, cells, page = told(boss)

    assert cells["in_time"] == [5, None, None, None]
    assert "Apu tuli ajallaan." in text(page)
    assert old.label_fi not in text(page)


def test_more_persons_cost_no_more(boss, ohjaaja, team):
    answered(ohjaaja, team, 5, "yes")
    seat = Desk().sit(boss)
    one = seat.cost(SUMS)
    answered(ohjaaja, team, 10, "no")

    assert seat.cost(SUMS) == one <= 10
