"""A setback from lighter support: one tap, one confirmation, and not a word of shame (row S1)."""

import pytest
from django.urls import reverse

from pathways.models import Pathway
from pathways.models.stage import SETBACKS, Stage
from tests.desk import Desk
from tests.factories import PathFactory, today, worker
from tests.pathways.lists import days, shown, text

pytestmark = pytest.mark.django_db


def back_of(path):
    return reverse("pathways:back", args=[path.ref])


@pytest.mark.parametrize("here", SETBACKS)
def test_the_path_offers_the_way_back_and_the_day_is_there_already(here):
    path = PathFactory(stage=here)
    desk = Desk().sit(path.care.own_worker)

    offered = text(desk.get(path.get_absolute_url()))
    form = desk.get(back_of(path)).context["form"]
    answer = desk.send(back_of(path), {"on": shown(today()), "why": "", "seen": here})

    assert back_of(path) in offered
    assert form["on"].value() == shown(today())
    assert answer.status_code == 303
    move = path.moves.last()
    assert (move.stage, move.why, move.carried_by) == (
        Stage.INTENSIVE_SUPPORT,
        "",
        path.care.own_worker.name,
    )


@pytest.mark.parametrize("here", sorted(set(Stage) - set(SETBACKS)))
def test_from_the_other_stages_there_is_no_such_tap(here):
    path = PathFactory(stage=here)
    desk = Desk().sit(path.care.own_worker)

    assert back_of(path) not in text(desk.get(path.get_absolute_url()))
    assert "<textarea" not in text(desk.get(back_of(path)))


def test_the_second_tab_is_told_that_the_path_has_moved(desk, team):
    path = PathFactory(care__own_worker=desk.user, care__team=team, stage=Stage.TAPERING)
    sheet = {"on": shown(today()), "why": "Väsyttää", "seen": "tapering"}
    desk.send(back_of(path), sheet)

    again = desk.send(back_of(path), sheet)

    assert again.status_code == 422
    assert "Väsyttää" in text(again)
    assert path.moves.count() == 2


def test_a_day_ahead_is_refused_beside_the_field(desk, team):
    path = PathFactory(care__own_worker=desk.user, care__team=team, stage=Stage.TAPERING)

    answer = desk.send(back_of(path), {"on": shown(days(1)), "why": "Väsyttää", "seen": "tapering"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["on"])
    assert "Väsyttää" in text(answer)
    assert Pathway.objects.get().stage == Stage.TAPERING


def test_a_colleague_has_no_way_back_and_a_stranger_sees_nothing():
    path = PathFactory(stage=Stage.TAPERING)

    for user, status in ((worker(team=path.care.team), 403), (worker(), 404)):
        assert Desk().sit(user).get(back_of(path)).status_code == status
