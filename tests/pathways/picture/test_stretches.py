"""A path as its stretches."""

from pathways.picture import stretches
from tests.pathways.picture.histories import TODAY, a_path, a_visit, moves


def test_stretches_count_days_and_visits_of_each_stage():
    path = a_path(100)
    visits = [a_visit(100), a_visit(40), a_visit(39), a_visit(2, met=False)]

    first, second = stretches(
        path, moves(path, (0, "outreach"), (60, "early_support")), visits, TODAY
    )

    assert (first.days, first.met, first.tried, first.until) == (60, 1, 0, second.since)
    assert (second.days, second.met, second.tried, second.is_now) == (40, 2, 1, True)


def test_without_a_move_there_is_no_stretch():
    assert stretches(a_path(), [], [a_visit(3)], TODAY) == []
