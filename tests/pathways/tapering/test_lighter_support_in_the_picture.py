"""The path's picture shows where support was thinned and when somebody called; its words tell the same."""

import re

import pytest

from pathways.models import CheckIn
from pathways.models.rhythm import Rhythm
from pathways.models.rhythm_kept import Agreed, rhythm_kept
from pathways.picture import stretches
from tests.factories import VisitFactory, today
from tests.pathways.lists import days, text
from tests.pathways.tapering.sheets import a_call, in_exit, planned, tapering_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return tapering_path(ohjaaja, team)


def test_without_a_plan_nothing_is_marked(desk, path):
    page = text(desk.get(path.get_absolute_url()))

    assert 'class="thinned"' not in page


def test_steps_and_calls_are_drawn_and_told(desk, path):
    planned(path)
    call = CheckIn.objects.filter(path=in_exit(path)).told().first()
    desk.send(call.get_absolute_url(), a_call())

    page = text(desk.get(path.get_absolute_url()))

    assert all(re.search(rf'class="{name}" d="M', page) for name in ("thinned", "called"))
    told = re.search(r"<desc[^>]*>(.*?)</desc>", page, re.DOTALL).group(1)
    assert "1" in told
    assert len(desk.get(path.get_absolute_url()).context["marks"]) == 2


def test_a_path_with_a_plan_costs_no_more(desk, path):
    VisitFactory(path=path, on=today())
    bare = desk.cost(path.get_absolute_url())
    planned(path)

    assert desk.cost(path.get_absolute_url()) == bare


def test_a_gap_is_judged_by_what_was_promised_then(path):
    moves = list(path.moves.order_by("on", "pk"))[:1]
    (whole,) = stretches(path, moves, [], today())
    agreed = [Agreed(days(-30), 7), Agreed(days(-20), 28)]

    rhythm = Rhythm(today(), {"rhythm_intensive_support": 3})
    (kept,) = rhythm_kept([whole], [], rhythm, agreed)
    (strict,) = rhythm_kept([whole], [], rhythm)

    assert (kept.longest, kept.promised, strict.promised) == (30, 28, 3)
