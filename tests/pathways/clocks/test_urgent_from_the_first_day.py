"""Wherever an urgent need is ticked as the person comes in, its clock runs from that day (SHL 36 § 1)."""

from __future__ import annotations

import pytest

from pathways.models import ClockRun, OutreachContact
from tests.factories import ClockRunFactory, ContactFactory, PathFactory, today
from tests.pathways.outreach.meeting import url_of
from tests.pathways.starting import NEW, WHO

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(ohjaaja, team):
    return ContactFactory(author=ohjaaja, nickname="Masa", is_urgent=True)


@pytest.fixture
def own(ohjaaja, team):
    return PathFactory(care__own_worker=ohjaaja, care__team=team)


def runs():
    return [(run.code, run.started_on, run.due_on) for run in ClockRun.objects.all()]


def test_ticked_on_the_sheet_of_a_new_client_it_runs_from_today(desk, sheet):
    assert desk.send(NEW, {**sheet, "is_urgent": "on"}).status_code == 303

    assert runs() == [("urgent", today(), today())]
    assert desk.get("/").context["clocks"][0].is_urgent


def test_without_the_tick_no_clock_runs(desk, sheet):
    assert desk.send(NEW, sheet).status_code == 303

    assert runs() == []


def test_what_was_ticked_in_outreach_is_ticked_on_the_sheet(desk, contact, sheet):
    looked = desk.post(NEW, {**WHO, "contact": str(contact.ref), "look": "1"}).context["form"]
    assert looked["is_urgent"].value() is True

    desk.send(NEW, {**sheet, "contact": str(contact.ref), "is_urgent": "on"})

    assert runs() == [("urgent", today(), today())]


def test_an_urgent_contact_who_is_ones_own_client_starts_it_on_their_path(desk, contact, own):
    fields = {"client": str(own.client.ref)}

    assert desk.send(url_of("contact-client", contact), fields).status_code == 303

    run = ClockRun.objects.get()
    assert (run.path, run.code, run.due_on) == (own, "urgent", today())


def test_a_clock_that_runs_already_is_not_started_again(desk, contact, own):
    ClockRunFactory(path=own, code="urgent", started_on=today(), due_on=today())

    answer = desk.send(url_of("contact-client", contact), {"client": str(own.client.ref)})

    assert answer.status_code == 303
    assert ClockRun.objects.count() == 1
    assert OutreachContact.objects.get().client == own.client


def test_a_contact_that_is_not_urgent_starts_nothing(desk, contact, own):
    OutreachContact.objects.update(is_urgent=False)

    desk.send(url_of("contact-client", contact), {"client": str(own.client.ref)})

    assert runs() == []
