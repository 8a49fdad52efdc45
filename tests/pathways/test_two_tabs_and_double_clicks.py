"""Sheets whose row is gone or answered after the first send: a double click is one deed, two tabs lose nothing."""

import uuid

import pytest
from django.urls import reverse

from clients.models import Substitute
from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.models import Handover, LegalHold, Pair, Reflection
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    LegalHoldFactory,
    PairFactory,
    PathFactory,
    SubstituteFactory,
    VisitFactory,
    today,
    worker,
)
from tests.paku.bad_inputs.reading import typed_in
from tests.pathways.lists import days, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def path():
    return PathFactory()


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def twice(desk, address, fields):
    """As two clicks send one sheet: its answers, which must lead to the same place."""
    sheet = uuid.uuid4()
    first, second = (desk.send(address, fields, sheet=sheet) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first["Location"] == second["Location"]


def days_of(row):
    return reverse("pathways:substitute", args=[row.care.client.ref, row.ref])


def test_a_substitute_who_is_not_needed_after_all_is_taken_off_once(desk, path):
    row = SubstituteFactory(care=path.care, since=days(3), until=days(5))

    twice(desk, days_of(row), {"end": "1"})

    assert not Substitute.objects.exists()
    assert Entry.objects.filter(deed="clients.substitute_ended").count() == 1


def test_a_substitute_is_named_once(desk, path):
    other = worker(team=path.care.team)
    fields = {"worker": str(other.ref), "since": shown(today()), "until": shown(days(5))}

    twice(desk, reverse("pathways:new-substitute", args=[path.client.ref]), fields)

    assert Substitute.objects.get().worker == other


def test_of_two_tabs_with_a_substitutes_days_the_second_is_shown_both(desk, path):
    row = SubstituteFactory(care=path.care, since=days(3), until=days(5))
    seen = typed_in(desk.get(days_of(row)))["seen"]
    sheets = [{"since": shown(days(3)), "until": shown(days(n)), "seen": seen} for n in (8, 9)]

    answers = [desk.send(days_of(row), sheet) for sheet in sheets]

    assert [answer.status_code for answer in answers] == [303, 409]
    assert shown(days(9)) in answers[1].content.decode()
    assert Substitute.objects.get().until == days(8)


def test_one_substitute_for_many_is_named_once(desk, path):
    other = worker(team=path.care.team)
    fields = {"worker": str(other.ref), "since": shown(today()), "until": shown(days(5)),
              "clients": [str(path.care.ref)]}  # fmt: skip

    twice(desk, reverse("pathways:away"), fields)

    assert Substitute.objects.count() == 1


def test_a_leaving_workers_clients_are_handed_over_once(path):
    lead = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))
    other = worker(team=path.care.team)
    address = reverse("pathways:worker-leaves", args=[path.care.own_worker.ref])

    fields = {"why": "leaves", f"to_{path.care.ref}": f"{path.care.team.ref}/{other.ref}"}
    twice(lead, address, fields)

    assert Handover.objects.count() == 1


def test_a_hold_is_lifted_once(path):
    LegalHoldFactory(client=path.client, set_by=worker())
    lead = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))

    twice(lead, reverse("pathways:hold", args=[path.client.ref]), {"why": "Ratkaistu"})

    assert LegalHold.objects.get().lifted_why == "Ratkaistu"
    assert Entry.objects.filter(deed="pathways.hold_lifted").count() == 1


def test_lifted_meanwhile_in_another_tab_the_words_are_kept(path):
    LegalHoldFactory(client=path.client, set_by=worker())
    lead = Desk().sit(worker(Role.SUPERVISOR, team=path.care.team))
    address = reverse("pathways:hold", args=[path.client.ref])

    answers = [lead.send(address, {"why": why}) for why in ("Ratkaistu", "Toisin sanoin")]

    assert [answer.status_code for answer in answers] == [303, 409]
    assert "Toisin sanoin" in answers[1].content.decode()


def test_a_reflection_is_taken_away_once(desk, path):
    visit = VisitFactory(path=path)
    desk.send(reverse("pathways:reflection", args=[visit.ref]), {"love": "Kahvi", "seen": "0"})
    address = reverse("pathways:take-reflection-away", args=[Reflection.objects.get().ref])

    twice(desk, address, {})

    assert not Reflection.objects.exists()


def test_a_report_is_asked_for_once(desk, path):
    pair = PairFactory(path=path)

    twice(desk, reverse("pathways:ask-report", args=[pair.ref]), {"by_day": shown(days(9))})

    assert Pair.objects.get().report_due_on == days(9)
    assert Entry.objects.filter(deed="pathways.report_asked_for").count() == 1


def test_of_two_tabs_that_agree_who_does_what_the_second_is_shown_both(desk, path):
    beside = AssignmentFactory(care=path.care, near_worker=True).worker
    address = reverse("pathways:new-pair", args=[path.ref])
    seen = typed_in(desk.get(address))["seen"]
    sheet = {
        "partner": str(beside.ref),
        "partner_duties": "Käy kotona",
        "report_weeks": "2",
        "seen": seen,
    }

    answers = [
        desk.send(address, {**sheet, "worker_duties": words}) for words in ("Hakemukset", "Puhelut")
    ]

    assert [answer.status_code for answer in answers] == [303, 409]
    page = answers[1].content.decode()
    assert ("Hakemukset" in page, "Puhelut" in page) == (True, True)
    assert Pair.objects.get().worker_duties == "Hakemukset"
    anew = {**sheet, "worker_duties": "Puhelut", "seen": typed_in(desk.get(address))["seen"]}
    assert desk.send(address, anew).status_code == 303
