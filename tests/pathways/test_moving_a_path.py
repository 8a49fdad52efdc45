"""Moving a path from its page: only where the map leads, with who, why and what next."""

import pytest

from pathways.models import Pathway
from pathways.models.stage import NEXT, Stage
from tests.desk import Desk
from tests.factories import PathFactory, today, worker
from tests.pathways.lists import days, shown
from tests.pathways.moving import a_move, sheet_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("here", list(Stage))
def test_only_the_stages_that_the_map_allows_are_offered(here):
    path = PathFactory(stage=here)

    answer = Desk().sit(path.care.own_worker).get(sheet_for(path))

    own_sheet = {Stage.CONTROLLED_EXIT}  # tests/pathways/tapering/test_a_controlled_exit.py
    assert {value for value, _label in answer.context["choices"]} == NEXT[here] - own_sheet


def test_the_sheet_knows_today_and_the_own_worker(desk, path):
    form = desk.get(sheet_for(path)).context["form"]

    assert (form["on"].value(), form["carried_by"].value()) == (
        shown(today()),
        desk.user.name,
    )


def test_a_move_is_written_beside_the_history_and_leads_back_to_the_path(desk, path):
    answer = desk.send(sheet_for(path), a_move())

    assert (answer.status_code, answer["Location"]) == (
        303,
        f"{path.get_absolute_url()}?saved=move",
    )
    assert [move.stage for move in path.moves.all()] == ["intensive_support", "tapering"]
    newest = path.moves.last()
    assert (newest.why, newest.what_next, newest.carried_by, newest.by) == (
        "Voimia on enemmän",
        "Soitto joka viikko",
        "Sari Ohjaaja",
        desk.user,
    )
    assert desk.get(answer["Location"]).context["saved"]


def test_going_back_is_offered_without_a_word_of_shame(desk, path):
    answer = desk.get(sheet_for(path))

    html = answer.content.decode()
    assert 'value="outreach"' in html
    assert str(answer.context["form"].fields["to"].help_text) in html
    assert "btn-danger" not in html
    assert "tone-bad" not in html


@pytest.mark.parametrize("missing", ["to", "on", "why", "what_next", "carried_by"])
def test_a_missing_answer_is_asked_for_beside_its_field_and_the_rest_stays(desk, path, missing):
    answer = desk.send(sheet_for(path), a_move(**{missing: ""}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [missing])
    kept = {
        "why": "Voimia on enemmän",
        "what_next": "Soitto joka viikko",
        "carried_by": "Sari Ohjaaja",
    }
    html = answer.content.decode()
    assert all(text in html for name, text in kept.items() if name != missing)


@pytest.mark.parametrize("ahead", [1, -200])
def test_a_day_ahead_or_before_the_last_move_is_refused_beside_the_field(desk, path, ahead):
    answer = desk.send(sheet_for(path), a_move(on=shown(days(ahead))))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["on"])
    assert path.moves.count() == 1


def test_a_place_that_is_no_stage_at_all_is_a_field_error(desk, path):
    answer = desk.send(sheet_for(path), a_move(to="perille"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["to"])


def test_an_ended_path_says_so_and_takes_no_move(desk, path):
    Pathway.objects.update(ended_on=today(), ending="moved")

    desk.user.language = "en"
    desk.user.save()

    page = desk.get(sheet_for(path))
    sent = desk.send(sheet_for(path), a_move())

    html = page.content.decode()
    assert (page.status_code, "<textarea" in html) == (200, False)
    assert "This path has ended: it moves nowhere any more." in html
    assert (sent.status_code, path.moves.count()) == (422, 1)


def test_a_colleague_may_not_move_and_a_stranger_cannot_tell_that_the_path_exists(path):
    colleague = worker(team=path.care.team)

    for user, status in ((colleague, 403), (worker(), 404)):
        seat = Desk().sit(user)
        assert seat.get(sheet_for(path)).status_code == status
        assert seat.send(sheet_for(path), a_move()).status_code == status
    assert path.moves.count() == 1
