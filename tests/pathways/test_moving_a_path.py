"""Moving a path from its page: only where the map leads, with who, why and what next; nothing typed is lost."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from network.models import Step
from paku.audit.models import Entry
from pathways.models import Pathway, StageMove
from pathways.models.stage import NEXT, Stage
from tests.desk import Desk
from tests.factories import AssignmentFactory, MemberFactory, PathFactory, today, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def path():
    return PathFactory(stage=Stage.EARLY_SUPPORT)


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def sheet_for(path):
    return reverse("pathways:move", args=[path.ref])


def a_move(**fields):
    return {
        "to": "intensive_support",
        "on": f"{today():%d.%m.%Y}",
        "why": "Voimat vähissä",
        "what_next": "Kotikäynti joka viikko",
        "carried_by": "Sari Ohjaaja",
        **fields,
    }


@pytest.mark.parametrize("here", list(Stage))
def test_only_the_stages_that_the_map_allows_are_offered(here):
    path = PathFactory(stage=here)

    answer = Desk().sit(path.care.own_worker).get(sheet_for(path))

    assert {value for value, _label in answer.context["choices"]} == NEXT[here]


def test_the_sheet_knows_today_and_the_own_worker(desk, path):
    form = desk.get(sheet_for(path)).context["form"]

    assert (form["on"].value(), form["carried_by"].value()) == (
        f"{today().day}.{today().month}.{today().year}",
        desk.user.name,
    )


def test_a_move_is_written_beside_the_history_and_leads_back_to_the_path(desk, path):
    answer = desk.send(sheet_for(path), a_move())

    assert (answer.status_code, answer["Location"]) == (
        303,
        f"{path.get_absolute_url()}?saved=move",
    )
    assert [move.stage for move in path.moves.all()] == ["early_support", "intensive_support"]
    newest = path.moves.last()
    assert (newest.why, newest.what_next, newest.carried_by, newest.by) == (
        "Voimat vähissä",
        "Kotikäynti joka viikko",
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


def test_what_comes_next_becomes_a_step_when_it_has_a_name_and_a_day(desk, path):
    partner = MemberFactory(client=path.client)
    due = today() + timedelta(days=3)

    desk.send(sheet_for(path), a_move(step_doer_1=str(partner.ref), step_due_1=f"{due:%d.%m.%Y}"))

    step = Step.objects.get()
    assert (step.what, step.doer, step.due_on, step.client) == (
        "Kotikäynti joka viikko",
        partner,
        due,
        path.client,
    )


def test_what_comes_next_without_a_name_and_a_day_is_no_step(desk, path):
    desk.send(sheet_for(path), a_move())

    assert path.moves.count() == 2
    assert not Step.objects.exists()


def test_half_a_step_is_asked_for_whole(desk, path):
    answer = desk.send(sheet_for(path), a_move(step_doer_1="client"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["step_due_1"])
    assert path.moves.count() == 1


def test_a_doer_outside_the_clients_network_is_no_choice(desk, path):
    answer = desk.send(
        sheet_for(path), a_move(step_doer_1=str(MemberFactory().ref), step_due_1="1.1.2030")
    )

    assert answer.status_code == 422
    assert path.moves.count() == 1


@pytest.mark.parametrize("missing", ["to", "on", "why", "what_next", "carried_by"])
def test_a_missing_answer_is_asked_for_beside_its_field_and_the_rest_stays(desk, path, missing):
    answer = desk.send(sheet_for(path), a_move(**{missing: ""}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [missing])
    kept = {
        "why": "Voimat vähissä",
        "what_next": "Kotikäynti joka viikko",
        "carried_by": "Sari Ohjaaja",
    }
    html = answer.content.decode()
    assert all(text in html for name, text in kept.items() if name != missing)


@pytest.mark.parametrize("days", [1, -200])
def test_a_day_ahead_or_before_the_last_move_is_refused_beside_the_field(desk, path, days):
    answer = desk.send(sheet_for(path), a_move(on=f"{today() + timedelta(days=days):%d.%m.%Y}"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["on"])


def test_a_place_that_is_no_stage_at_all_is_a_field_error(desk, path):
    answer = desk.send(sheet_for(path), a_move(to="perille"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["to"])


def test_when_another_tab_moved_it_first_the_sheet_is_refused_with_what_was_typed(desk, path):
    desk.send(sheet_for(path), a_move(seen="early_support"))

    answer = desk.send(sheet_for(path), a_move(why="Toisesta välilehdestä", seen="early_support"))

    assert answer.status_code == 422
    assert "Toisesta välilehdestä" in answer.content.decode()
    assert path.moves.count() == 2
    assert Entry.objects.filter(outcome="denied", details__why="wrong_turn").exists()


def test_a_move_thought_out_from_another_stage_is_not_made_from_this_one(desk, path):
    desk.send(sheet_for(path), a_move(seen="early_support"))

    answer = desk.send(
        sheet_for(path), a_move(to="tapering", why="Toisesta välilehdestä", seen="early_support")
    )

    assert answer.status_code == 409
    assert "Toisesta välilehdestä" in answer.content.decode()
    assert Pathway.objects.get().stage == "intensive_support"


def test_the_same_sheet_sent_twice_is_one_move(desk, path):
    sheet = uuid.uuid4()

    answers = [desk.send(sheet_for(path), a_move(), sheet=sheet) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert path.moves.count() == 2


def test_a_post_that_broke_off_moves_nothing(desk, path):
    answer = desk.post(sheet_for(path), a_move(submission_id=str(uuid.uuid4())))

    assert answer.status_code == 422
    assert "Voimat vähissä" in answer.content.decode()
    assert path.moves.count() == 1


def test_a_move_and_its_step_stand_or_fall_together(desk, path):
    def disk_full(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "network_step"'):
            raise OperationalError("disk full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(disk_full), pytest.raises(OperationalError, match="disk full"):
        desk.send(sheet_for(path), a_move(step_doer_1="client", step_due_1="1.1.2030"))

    assert StageMove.objects.count() == 1


def test_an_ended_path_says_so_and_takes_no_move(desk, path):
    Pathway.objects.update(ended_on=today(), ending="moved")

    page = desk.get(sheet_for(path))
    sent = desk.send(sheet_for(path), a_move())

    assert page.status_code == 200
    assert "<textarea" not in page.content.decode()
    assert (sent.status_code, path.moves.count()) == (422, 1)


def test_the_move_and_the_step_are_on_the_trail(desk, path):
    desk.send(sheet_for(path), a_move(step_doer_1="client", step_due_1="1.1.2030"))

    deeds = Entry.objects.filter(client_refs__contains=[path.client.ref]).values_list(
        "deed", flat=True
    )
    assert {"pathways.moved", "network.step_agreed"} <= set(deeds)


def test_a_student_may_not_move_and_a_stranger_cannot_tell_that_the_path_exists(path):
    student = worker("student", team=path.care.team)
    AssignmentFactory(
        care=path.care, worker=student, part="student", until=today() + timedelta(days=30)
    )

    assert Desk().sit(student).get(sheet_for(path)).status_code == 403
    assert Desk().sit(worker()).get(sheet_for(path)).status_code == 404
