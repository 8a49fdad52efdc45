"""S22: problem spots of paths summed without persons, what is done about them, and whether days lost fell."""

from __future__ import annotations

import pytest
from django.db import connection
from django.urls import reverse

from clients.models import Municipality
from paku.access.roles import Role
from paku.kit.context import enter
from paku.kit.half_years import last_told
from pathways.models import Improvement
from pathways.models.problem_spots import Measured, Window, key_of, measured
from tests.desk import Desk
from tests.factories import (
    ImprovementFactory,
    OrganisationFactory,
    PathBreakFactory,
    PathFactory,
    today,
    worker,
)
from tests.pathways.lists import days, text

pytestmark = pytest.mark.django_db
BOARD = "/area/spots/"


@pytest.fixture
def kela():
    return OrganisationFactory(name="Kela")


def lasting(number, organisation, *, place="601", **fields):
    """That many persons' breaks in the last month that is told, ten days each."""
    last = last_told(today())
    when = {"since": last.replace(day=5), "until": last.replace(day=15)}
    municipality = Municipality.objects.get(code=place)
    for _ in range(number):
        PathBreakFactory(organisation=organisation, municipality=municipality, **when | fields)


def spots(user):
    return Desk().sit(user).get(BOARD).context["spots"]


def test_a_spot_of_five_persons_is_told_and_one_of_four_is_not(ohjaaja, kela):
    lasting(5, kela)
    lasting(4, kela, place="931")

    (spot,) = spots(ohjaaja)

    assert (spot.kind.code, spot.actor, spot.place) == ("queue", "Kela", "601")
    assert (spot.people, spot.marks, spot.days) == (5, 5, 50)


def test_many_breaks_of_one_person_are_one_person(ohjaaja, kela):
    lasting(9, kela, path=PathFactory())

    assert spots(ohjaaja) == []


def test_only_the_days_of_the_half_year_are_counted(ohjaaja, kela):
    lasting(5, kela, since=days(-2000), until=None)

    half = Desk().sit(ohjaaja).get(BOARD).context
    (spot,) = half["spots"]
    assert spot.days == 5 * ((half["until"] - half["half"].since).days + 1)


def test_where_a_person_with_turvakielto_lives_is_not_told(ohjaaja, kela):
    for _ in range(5):
        lasting(1, kela, path=PathFactory(care__client__is_protected=True))

    assert [spot.place for spot in spots(ohjaaja)] == [""]


def test_what_the_team_has_seen_without_a_person_is_counted_apart(ohjaaja, team, kela):
    lasting(2, kela, path=None, stage="", team=team, author=ohjaaja)
    lasting(4, kela, path=None, stage="", team=PathFactory().care.team, author=worker())

    page = Desk().sit(ohjaaja).get(BOARD)

    assert page.context["spots"] == []
    assert [(one.kind.code, one.actor, one.times) for one in page.context["seen"]] == [
        ("queue", "Kela", 2)
    ]


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.SUPERVISOR, Role.STUDENT, Role.MAIN_USER,
                                  Role.PRIVACY_OFFICER])  # fmt: skip
def test_all_who_work_here_read_the_sums(role, kela):
    lasting(5, kela)

    assert len(spots(worker(role))) == 1


def test_a_near_worker_gets_the_paper_and_not_the_board(kela):
    near = worker(Role.NEAR_WORKER)
    lasting(5, kela)

    assert Desk().sit(near).get(BOARD).status_code == 403
    enter(near.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM paku_break_sums('2000-01-01', '2100-01-01')")
        assert cursor.fetchone() == (0,)


def test_an_improvement_keeps_the_spot_from_which_it_was_made(desk, kela):
    lasting(5, kela)
    (spot,) = spots(desk.user)
    sent = {"problem": "Jono on pitkä", "owner": str(desk.user.ref), "due_on": days(30).isoformat()}

    answer = desk.send(f"{reverse('pathways:new-improvement')}?spot={spot.key}", sent)

    assert answer.status_code == 303
    made = Improvement.objects.get()
    assert (made.kind, made.actor, made.municipality) == (spot.kind, "Kela", spot.municipality)
    assert "Jono on pitkä" in text(desk.get(BOARD))


def test_a_hidden_spot_cannot_be_asked_for(desk, kela):
    lasting(5, kela)
    hidden = OrganisationFactory(name="Pankki")
    lasting(4, hidden)

    page = desk.get(
        f"{reverse('pathways:new-improvement')}?spot={key_of('queue', 'Pankki', '601')}"
    )

    assert page.context["spot"] is None
    assert "Pankki" not in text(page)


def of_spot(kela, changed_on, **fields):
    """An improvement of the queue at Kela in Pihtipudas, changed that day."""
    kind = PathBreakFactory().kind
    return ImprovementFactory(
        kind=kind, actor="Kela", municipality=Municipality.objects.get(code="601"), state="changed",
        changed="Oma aika", changed_on=changed_on, **fields,
    )  # fmt: skip


def half_a_year_ago():
    return last_told(last_told(today()).replace(day=1)).replace(day=10)


def test_days_lost_are_compared_before_and_after(ohjaaja, kela):
    changed = half_a_year_ago()
    before = last_told(changed)
    lasting(6, kela, since=before.replace(day=1), until=before.replace(day=21))
    row = of_spot(kela, changed)

    figures = measured(last_told(today()))[row.pk]

    assert (figures.before.days, figures.before.months) == (120, 6)
    assert (figures.after.days, figures.after.months) == (0, 1)
    assert figures.change == -20


@pytest.mark.parametrize("number", [1, 4])
def test_figures_of_one_to_four_persons_are_not_told(number, ohjaaja, kela):
    changed = half_a_year_ago()
    before = last_told(changed)
    lasting(number, kela, since=before.replace(day=1), until=before.replace(day=21))
    row = of_spot(kela, changed)

    figures = measured(last_told(today()))[row.pk]

    assert (figures.before.days, figures.change) == (None, None)


def test_until_a_whole_month_has_passed_nothing_is_compared(kela):
    lasting(6, kela)
    row = of_spot(kela, today())

    assert measured(last_told(today()))[row.pk].after is None


def test_what_is_missing_on_one_side_is_compared_with_nothing():
    assert Measured(Window(6, 120), None).change is None


def test_ten_improvements_and_spots_cost_what_one_does(desk, kela):
    lasting(5, kela)
    of_spot(kela, half_a_year_ago())
    one = desk.cost(BOARD)

    for number in range(9):
        lasting(5, OrganisationFactory(name=f"Jono {number}"))
        of_spot(kela, half_a_year_ago())

    assert desk.cost(BOARD) == one
