"""What is told onwards of goals: own words first, nothing of a worker alone, measures only when chosen."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from paku.printing.sections import assemble, parts_of
from tests.factories import AttainmentFactory, GoalFactory, TenDimensionsFactory, today
from tests.factories.goals import LEVELS
from tests.pathways.lists import days, text

pytestmark = pytest.mark.django_db


def section(path, name):
    with translation.override("en"):
        found = assemble(
            "summary", client=path.client, recipient=None, today=today(), chosen={name: ""}
        )
    return found[0].html if found else ""


def test_the_persons_words_come_first_and_the_level_speaks(path):
    goal = GoalFactory(path=path, words__worker_words="Talouden hallinta")
    AttainmentFactory(goal=goal, level=-1, on=days(-3))
    AttainmentFactory(goal=goal, level=2, on=days(-1), filled_with="worker")

    html = section(path, "goals")

    assert (
        html.index("Että uskaltaisin")
        < html.index("Talouden hallinta")
        < html.index(LEVELS["less"])
    )
    assert LEVELS["much_more"] not in html


def test_closed_goals_are_told_to_nobody(path):
    GoalFactory(path=path, closed_on=today(), closing="let_go", closed_by=path.care.own_worker)

    assert section(path, "goals") == ""


def test_measures_go_along_only_when_chosen(path):
    TenDimensionsFactory(path=path, health=3, filled_with="worker")
    TenDimensionsFactory(path=path, health=6)

    offered = {part.name: part for part in parts_of("summary")}

    assert (offered["goals"].default, offered["measures"].default) == (True, False)
    html = section(path, "measures")
    assert "6, " in html
    assert "3, " not in html


def test_the_turned_screen_shows_what_the_person_hopes_for(desk, path):
    GoalFactory(path=path, words__worker_words="Talouden hallinta")

    page = text(desk.get(reverse("pathways:turned", args=[path.ref])))

    assert "Että uskaltaisin avata kirjeet" in page
    assert "Talouden hallinta" not in page
    assert LEVELS["hoped"] not in page
