"""An agreement of duties: dated, by both names, replaced and never changed; reports only of a near-worker."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pathways.models import Pair
from tests.desk import Desk
from tests.factories import AssignmentFactory, PairFactory, PathFactory, today, worker
from tests.pathways.pairs.sheets import day, duties, text

pytestmark = pytest.mark.django_db


def asks(own, there):
    """Each agreement on the page, with the sheet that asks for a report."""
    return own.get(f"/clients/{there.path.client.ref}/pair/").context["pairs"]


@pytest.fixture
def sheet(there):
    return f"/paths/{there.path.ref}/pair/new/"


@pytest.mark.parametrize(
    "wrong",
    [
        {"worker_duties": ""},
        {"partner_duties": " \n "},
        {"report_weeks": "3"},
        {"report_due_on": day(-1)},
        {"report_due_on": day(400)},
        {"report_due_on": "31.2.2027"},
        {"partner": "near"},
        {"partner_duties": "x" * 1001},
    ],
)
def test_what_is_amiss_is_told_and_all_is_kept(own, sheet, there, wrong):
    answer = own.send(sheet, duties(there.near, **wrong))

    assert answer.status_code == 422
    assert ("Puhelut Kelaan" in text(answer)) or "worker_duties" in wrong
    assert not Pair.objects.exists()


def test_a_pair_of_the_team_writes_no_reports(own, sheet, there):
    pair = worker(team=there.path.care.team)
    AssignmentFactory(care=there.path.care, worker=pair)

    assert own.send(sheet, duties(pair)).status_code == 422
    assert own.send(sheet, duties(pair, report_weeks="")).status_code == 303
    assert Pair.objects.get().report_due_on is None


def test_what_holds_now_is_filled_in(own, sheet, pair):
    page = text(own.get(sheet))

    assert "Puhelut Kelaan" in page
    assert "Kauppaan yhdessä" in page


def test_a_day_given_by_hand_is_the_next_one(own, sheet, there):
    own.send(sheet, duties(there.near, report_due_on=day(5)))

    assert Pair.objects.get().report_due_on > today()


def test_agreed_twice_on_a_day_the_last_one_holds(own, sheet, there):
    own.send(sheet, duties(there.near))
    own.send(sheet, duties(there.near, worker_duties="Toisin"))

    assert Pair.objects.get(until=None).worker_duties == "Toisin"
    assert Pair.objects.count() == 2


@pytest.mark.parametrize("by_day", ["", "eilen", day(-1), day(400)])
def test_a_report_is_not_asked_for_by_no_day(own, pair, by_day):
    before = pair.report_due_on

    assert own.send(f"/pairs/{pair.ref}/ask/", {"by_day": by_day}).status_code == 422
    pair.refresh_from_db()
    assert pair.report_due_on == before


def test_of_two_tabs_that_ask_for_a_report_by_other_days_the_second_is_shown_both(own, there, pair):
    (_pair, sheet), *_others = asks(own, there)
    seen = sheet["seen"].value()
    ask = f"/pairs/{pair.ref}/ask/"
    own.send(ask, {"by_day": day(5), "seen": seen})

    second = own.send(ask, {"by_day": day(9), "seen": seen})

    assert (second.status_code, day(5) in text(second), day(9) in text(second)) == (409, True, True)
    assert Pair.objects.get().report_due_on == today() + timedelta(days=5)
    assert own.send(ask, {"by_day": day(5), "seen": seen}).status_code == 303


def test_each_partner_is_asked_on_a_sheet_of_their_own(own, there, pair):
    PairFactory(
        path=there.path, partner=AssignmentFactory(care=there.path.care, near_worker=True).worker
    )

    sheets = [sheet for _pair, sheet in asks(own, there)]

    assert len({sheet["submission_id"].value() for sheet in sheets}) == 2
    assert len({sheet["by_day"].id_for_label for sheet in sheets}) == 2


def test_a_report_is_asked_for_by_post_only_and_not_on_a_former_agreement(own, pair):
    assert own.get(f"/pairs/{pair.ref}/ask/").status_code == 405
    Pair.objects.update(until=today())

    assert own.send(f"/pairs/{pair.ref}/ask/", {"by_day": day(3)}).status_code == 409


def test_without_anybody_beside_the_page_says_so():
    path = PathFactory()
    desk = Desk().sit(path.care.own_worker)

    assert "<textarea" not in text(desk.get(f"/paths/{path.ref}/pair/new/"))
    assert desk.get(f"/clients/{path.client.ref}/pair/").status_code == 200


def test_of_a_stranger_the_agreement_is_not_there(own):
    strange = PairFactory()

    assert own.send(f"/pairs/{strange.ref}/ask/", {"by_day": day(3)}).status_code == 404
