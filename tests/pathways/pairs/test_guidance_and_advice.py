"""Guidance is between the two: asked for in a tap, written down with a step and a day for either, kept as asked."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from paku.printing.sections import parts_of
from pathways.models import Guidance
from tests.desk import Desk
from tests.factories import AssignmentFactory, GuidanceFactory, ReportFactory, today, worker
from tests.pathways.pairs.sheets import day, guidance, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(there):
    return f"/paths/{there.path.ref}/guidance/new/"


@pytest.fixture
def ask(there):
    return f"/paths/{there.path.ref}/advice/"


def test_a_double_click_asks_once(near, ask):
    number = uuid.uuid4()

    answers = [near.send(ask, {"question": ""}, sheet=number) for _ in range(2)]

    assert {answer.status_code for answer in answers} == {303}
    assert Guidance.objects.count() == 1


def test_two_tabs_ask_once_and_the_words_are_kept(near, ask):
    near.send(ask, {"question": ""})

    second = near.send(ask, {"question": "Entä vuokra?"})

    assert second.status_code == 409
    assert "Entä vuokra?" in text(second)
    assert Guidance.objects.count() == 1


def test_while_a_question_waits_the_page_asks_for_no_other(near, there, ask):
    assert ask in text(near.get(there.page))

    near.send(ask, {"question": ""})

    assert ask not in text(near.get(there.page))


def test_the_question_stays_as_it_was_asked(own, near, ask, sheet, there):
    near.send(ask, {"question": "Saako lainata kympin?"})
    own.send(sheet, guidance(there.near, asked="Rahan lainaamisesta."))

    given = Guidance.objects.get()
    assert (given.question, given.asked) == ("Saako lainata kympin?", "Rahan lainaamisesta.")


def test_guidance_is_given_without_being_asked(own, sheet, there):
    assert own.send(sheet, guidance(there.near)).status_code == 303

    given = Guidance.objects.get()
    assert (given.asked_on, given.partner_step_by) == (None, today() + timedelta(days=3))


@pytest.mark.parametrize(
    "wrong",
    [
        {"agreed": ""},
        {"given_on": day(1)},
        {"given_on": ""},
        {"partner_step_by": ""},
        {"partner_step": ""},
        {"worker_step": "Soittaa Kelaan"},
        {"worker_step_by": day(-1), "worker_step": "Soittaa"},
        {"partner": "00000000-0000-4000-8000-000000000000"},
        {"agreed": "Hetu 131052-308T"},
    ],
)
def test_what_is_amiss_is_told_beside_the_field_and_all_is_kept(own, sheet, there, wrong):
    answer = own.send(sheet, guidance(there.near, **wrong))

    assert answer.status_code == 422
    assert "Saako lainata rahaa?" in text(answer)
    assert not Guidance.objects.exists()


def test_whoever_left_meanwhile_is_not_guided(own, sheet, there):
    there.path.care.assignments.update(until=today() - timedelta(days=1))

    assert own.send(sheet, guidance(there.near)).status_code == 422
    assert not Guidance.objects.exists()


def test_a_pair_of_the_team_may_guide_too(there, sheet):
    pair = worker(team=there.path.care.team)
    AssignmentFactory(care=there.path.care, worker=pair)

    assert Desk().sit(pair).send(sheet, guidance(there.near)).status_code == 303


def test_a_paper_has_no_section_for_what_is_between_the_two(there):
    GuidanceFactory(path=there.path, partner=there.near)
    ReportFactory(path=there.path, author=there.near, accepted=True)

    names = {part.name for part in parts_of("summary")}

    assert "path" in names
    assert not names & {"guidance", "reports", "pair_work"}
