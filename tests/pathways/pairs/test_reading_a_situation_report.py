"""The own worker reads, accepts or asks back, once, of the version that was read; a list of ten costs what one does."""

from __future__ import annotations

import uuid

import pytest

from pathways.models import ReportQuestion
from tests.desk import Desk
from tests.factories import (
    GuidanceFactory,
    ReportFactory,
    SubstituteFactory,
    worker,
)
from tests.pathways.pairs.sheets import a_report, text

pytestmark = pytest.mark.django_db
ACCEPT = {"decision": "accept", "question": "", "version": "1"}
ASK = {"decision": "ask", "question": "Kuka avasi ovet?", "version": "1"}


@pytest.fixture
def report(there):
    return ReportFactory(path=there.path, author=there.near)


@pytest.fixture
def page(report):
    return f"/reports/{report.ref}/"


def test_the_persons_own_words_stand_first(own, page):
    shown = text(own.get(page))

    assert 0 < shown.index("Ihan hyvin menee.") < shown.index("Syö taas.")


def test_a_question_needs_words(own, page, report):
    assert own.send(page, {**ASK, "question": " "}).status_code == 422

    assert not ReportQuestion.objects.exists()


def test_accepting_needs_no_words_and_keeps_by_whom(own, page, report):
    assert own.send(page, ACCEPT).status_code == 303

    report.refresh_from_db()
    assert (report.state, report.accepted_by) == ("accepted", own.user)
    assert 'value="accept"' not in text(own.get(page))


@pytest.mark.parametrize("second", [ACCEPT, ASK])
def test_two_tabs_answer_once(own, page, report, second):
    own.send(page, ACCEPT)

    assert own.send(page, second).status_code == 409
    report.refresh_from_db()
    assert report.state == "accepted"
    assert not ReportQuestion.objects.exists()


def test_the_same_question_twice_is_one(own, page):
    number = uuid.uuid4()

    answers = {own.send(page, ASK, sheet=number).status_code for _ in range(2)}

    assert answers == {303}
    assert ReportQuestion.objects.count() == 1


def test_what_was_not_read_is_not_accepted(own, near, page, report):
    own.send(page, ASK)
    near.send(f"{page}again/", a_report(version="1"))

    assert own.send(page, ACCEPT).status_code == 409
    assert own.send(page, {**ACCEPT, "version": "2"}).status_code == 303


def test_the_substitute_accepts_while_the_own_worker_is_away(there, page, report):
    substitute = worker(team=there.path.care.team)
    SubstituteFactory(care=there.path.care, worker=substitute)

    assert Desk().sit(substitute).send(page, ACCEPT).status_code == 303


@pytest.mark.parametrize("decision", ["", "delete", "accept "])
def test_a_forged_decision_is_refused(own, page, report, decision):
    assert own.send(page, {**ACCEPT, "decision": decision}).status_code == 422

    report.refresh_from_db()
    assert report.state == "waiting"


@pytest.mark.parametrize("who", ["own", "near"])
def test_the_list_costs_the_same_for_one_and_for_ten(who, request, there, pair):
    desk = request.getfixturevalue(who)
    address = f"/clients/{there.path.client.ref}/pair/"

    def add(count):
        for _ in range(count):
            ReportFactory(path=there.path, author=there.near, asked_back=True)
            GuidanceFactory(path=there.path, partner=there.near)

    add(1)
    one = desk.cost(address)
    add(9)

    assert desk.cost(address) == one <= 12


def test_older_reports_are_behind_a_link(own, there):
    ReportFactory.create_batch(26, path=there.path, author=there.near)
    address = f"/clients/{there.path.client.ref}/pair/"

    first = own.get(address)
    older = own.get(address + first.context["older_url"])

    shown = [one.report_id for answer in (first, older) for one in answer.context["reports"]]
    assert len(shown) == len(set(shown)) == 26
