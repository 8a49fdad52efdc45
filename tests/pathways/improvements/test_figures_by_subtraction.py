"""S22: no figure tells of fewer than five, not even as the difference of two; and what was done at once is said so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection

from clients.models import Municipality
from paku.kit.half_years import halves, last_told
from pathways.models.problem_spots import measured
from tests.factories import (
    ImprovementFactory,
    OrganisationFactory,
    PathBreakFactory,
    PathFactory,
    today,
)
from tests.pathways.lists import text

pytestmark = pytest.mark.django_db
BOARD = "/area/spots/"


@pytest.fixture
def kela():
    return OrganisationFactory(name="Kela")


def month(back):
    """The first day of the month that many months before the last whole one."""
    first = last_told(today()).replace(day=1)
    for _ in range(back):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


def waits(organisation, since, until, *, place="601", path=None):
    return PathBreakFactory(
        path=path or PathFactory(), organisation=organisation, since=since, until=until,
        municipality=Municipality.objects.get(code=place),
    )  # fmt: skip


def changed(kind, day, **fields):
    return ImprovementFactory(
        kind=kind, actor="Kela", municipality=Municipality.objects.get(code="601"), state="changed",
        changed="Oma aika", changed_on=day, **fields,
    )  # fmt: skip


def spots(desk, half=""):
    return desk.get(f"{BOARD}?half={half}").context["spots"]


def test_one_persons_days_do_not_come_out_by_moving_the_day_of_the_change(kela):
    """Five wait all the time, the sixth began on a day of the month by which the two windows differ."""
    first, second = month(1), month(0)
    for _ in range(5):
        waits(kela, date(2015, 1, 1), None)
    sixth = waits(kela, first + timedelta(days=12), None)
    one, other = changed(sixth.kind, first), changed(sixth.kind, second)

    figures = measured(last_told(today()))
    before = [figures[row.pk].before.days for row in (one, other)]
    of_five = 5 * ((second - month(6)).days - (first - month(7)).days)
    of_one = (second - sixth.since).days

    assert all(number % 10 == 0 for number in before)
    assert before[1] - before[0] - of_five != of_one


def test_the_database_gives_no_number_of_persons_with_the_figures_of_an_improvement(kela):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM paku_improvements_measured('2026-01-31')")

        assert [column.name for column in cursor.description] == ["item", "side", "months", "days"]


def test_a_half_year_does_not_tell_the_other_by_what_is_missing(desk, kela):
    """Nine over two half-years, five in the one and four in the other: the four are told nowhere, in no sum either."""
    newer, older = halves(today())[:2]
    for _ in range(5):
        waits(kela, older.since, older.since + timedelta(days=9))
    for _ in range(4):
        waits(kela, newer.since, newer.since + timedelta(days=9))

    told = [(spot.people, spot.days) for half in (older, newer) for spot in spots(desk, half.key)]

    assert told == [(5, 45)]


def test_a_hidden_cell_cannot_be_counted_from_those_beside_it(desk, kela):
    """No total stands anywhere: of a kind, an actor, a municipality or of all."""
    since = halves(today())[0].since
    for place, number in (("601", 6), ("931", 4), ("", 5)):
        for _ in range(number):
            waits(kela, since, since + timedelta(days=9), place=place or "992")

    page = desk.get(BOARD)
    shown = text(page)[text(page).index("<tbody>") : text(page).index("</tbody>")]

    assert sorted(spot.people for spot in page.context["spots"]) == [5, 6]
    assert not any(f">{hidden}<" in shown for hidden in (4, 9, 10, 11, 15, 36, 135, 90))


def test_two_improvements_of_one_spot_within_the_same_months_say_so(desk, kela):
    kind = waits(kela, month(3), None).kind
    first = changed(kind, month(3) + timedelta(days=4), problem="Kesän jono")
    second = changed(kind, month(1), problem="Syksyn jono")
    elsewhere = changed(kind, month(1), problem="Muualla")
    elsewhere.actor = "Pankki"
    elsewhere.save()
    long_ago = changed(kind, month(12), problem="Kauan sitten")

    found = {row.pk: [one.problem for one in figures.meanwhile]
             for row, figures in desk.get(BOARD).context["improvements"]}  # fmt: skip

    assert found[first.pk] == ["Syksyn jono"]
    assert found[second.pk] == ["Kesän jono"]
    assert found[elsewhere.pk] == found[long_ago.pk] == []
    assert "Kesän jono" in text(desk.get(BOARD)).split("Syksyn jono", 1)[1]
