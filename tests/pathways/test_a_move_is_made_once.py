"""Two tabs, two clicks, a broken line: a move is made once, from where it was thought out, or typed text stays."""

import uuid

import pytest

from paku.audit.models import Entry
from pathways.models import Pathway
from tests.pathways.moving import a_move, sheet_for

pytestmark = pytest.mark.django_db


def test_when_another_tab_moved_it_first_the_sheet_is_refused_with_what_was_typed(desk, path):
    desk.send(sheet_for(path), a_move(seen="intensive_support"))

    answer = desk.send(
        sheet_for(path), a_move(why="Toisesta välilehdestä", seen="intensive_support")
    )

    assert answer.status_code == 422
    assert "Toisesta välilehdestä" in answer.content.decode()
    assert path.moves.count() == 2
    assert Entry.objects.filter(outcome="denied", details__why="wrong_turn").exists()


def test_a_move_thought_out_from_another_stage_is_not_made_from_this_one(desk, path):
    desk.send(sheet_for(path), a_move(seen="intensive_support"))

    answer = desk.send(
        sheet_for(path),
        a_move(to="early_support", why="Toisesta välilehdestä", seen="intensive_support"),
    )

    assert answer.status_code == 409
    assert "Toisesta välilehdestä" in answer.content.decode()
    assert Pathway.objects.get().stage == "tapering"


def test_the_same_sheet_sent_twice_is_one_move(desk, path):
    sheet = uuid.uuid4()

    answers = [desk.send(sheet_for(path), a_move(), sheet=sheet) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert path.moves.count() == 2


def test_a_post_that_broke_off_moves_nothing(desk, path):
    answer = desk.post(sheet_for(path), a_move(submission_id=str(uuid.uuid4())))

    assert answer.status_code == 422
    assert "Voimia on enemmän" in answer.content.decode()
    assert path.moves.count() == 1
