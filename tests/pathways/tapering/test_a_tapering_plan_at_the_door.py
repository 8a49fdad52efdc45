"""What the sheets of tapering refuse, and whom: beside the field, and nothing that was typed is lost."""

import pytest

from pathways.models import TaperingPlan
from tests.desk import Desk
from tests.factories import PathFactory, today, worker
from tests.pathways.lists import days, shown, text
from tests.pathways.tapering.sheets import a_look, a_plan, at, planned, tapering_path

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(ohjaaja, team):
    return tapering_path(ohjaaja, team)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"every_1": ""}, "every_1"),
        ({"from_2": shown(today())}, "from_2"),
        ({"from_3": shown(days(20))}, "from_3"),
        ({"from_3": "", "every_3": "", "how_3": ""}, "from_3"),
        ({"from_5": shown(days(150)), "every_5": "28", "how_5": "call"}, "from_5"),
        ({"from_4": shown(days(100))}, "every_4"),
        ({"how_2": "pigeon"}, "how_2"),
        ({"every_2": "3"}, "every_2"),
        ({"looked_on": shown(days(84))}, "looked_on"),
    ],
)
def test_a_faulty_plan_is_told_beside_the_field_and_keeps_the_words(desk, path, fields, field):
    answer = desk.send(at("new-tapering", path), a_plan(**fields))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Uskallan kokeilla." in text(answer)
    assert not TaperingPlan.objects.exists()


def test_a_plan_belongs_to_lighter_support_only(ohjaaja, team):
    path = PathFactory(care__own_worker=ohjaaja, care__team=team)

    answer = Desk().sit(ohjaaja).send(at("new-tapering", path), a_plan())

    assert answer.status_code == 409
    assert not TaperingPlan.objects.exists()


def test_a_look_needs_a_day_ahead(desk, path):
    planned(path)

    answer = desk.send(at("tapering-look", path), a_look(ask_on=shown(today())))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["ask_on"])


def test_who_reads_and_who_agrees(path):
    planned(path)
    colleague, stranger = worker(team=path.care.team), worker()

    for name in ("tapering", "new-tapering", "tapering-look"):
        assert Desk().sit(stranger).get(at(name, path)).status_code == 404
        assert Desk().sit(colleague).get(at(name, path)).status_code in (302, 403)
