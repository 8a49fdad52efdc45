"""Own workers ask that somebody walks beside a person, or no more; who leads the team answers (row O19)."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from clients.models import Assignment
from network.models import Member
from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.actions.ending import end_path
from pathways.models import AskedNaming
from tests.desk import Desk
from tests.factories import AskedNamingFactory, AssignmentFactory, today, worker
from tests.pathways.beside import WHY, asked_by, end_of, file_of, named, new_for, page_of
from tests.pathways.giving_over import own_worker_of
from tests.pathways.lists import days, path_of, text
from tests.told import told_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(team):
    return Desk().sit(worker(Role.SUPERVISOR, team=team, name="Eka Esihenkilö"))


@pytest.fixture
def near(team):
    return worker(Role.NEAR_WORKER, team=team, name="Lähellä Lauri")


def told(desk):
    return [
        (one.kind, one.about.outcome)
        for one in told_on(desk.get("/", follow=True))
        if one.kind.startswith("naming")
    ]


def test_the_own_worker_asks_who_leads_agrees_and_the_file_opens(desk, lead, path, near):
    seat = Desk().sit(near)
    asked = asked_by(desk, path, near)
    before = seat.get(file_of(path)).status_code

    assert told(lead) == [("naming_asked", "")]
    assert WHY in text(lead.get(page_of(asked)))
    assert lead.send(page_of(asked), {"outcome": "agreed"}).status_code == 303

    row = Assignment.objects.get()
    assert (row.worker, row.part, row.since, row.until) == (near, "near_worker", today(), days(9))
    assert (before, seat.get(file_of(path)).status_code) == (404, 200)
    assert Member.objects.filter(client=path.client, user=near).exists()
    assert told(desk) == [("naming_answered", "agreed")]
    assert told(lead) == []
    deeds = set(Entry.objects.about(path.client.ref).values_list("deed", flat=True))
    assert {"pathways.naming_asked", "pathways.naming_agreed", "clients.worker_assigned"} <= deeds
    assert WHY not in str(list(Entry.objects.values()))


def test_declined_with_a_sentence_that_the_asker_reads(desk, lead, path, near):
    asked = asked_by(desk, path, near)

    mute = lead.send(page_of(asked), {"outcome": "declined", "answer": ""})
    said = lead.send(page_of(asked), {"outcome": "declined", "answer": "Hän lähtee elokuussa."})

    assert (mute.status_code, said.status_code) == (422, 303)
    assert not Assignment.objects.exists()
    assert told(desk) == [("naming_answered", "declined")]
    assert "Hän lähtee elokuussa." in text(desk.get("/"))


def test_an_end_is_asked_for_as_well(desk, lead, path, near):
    row = AssignmentFactory(care=path.care, worker=near, near_worker=True, since=days(-5))

    assert desk.send(end_of(row), {"why": "Ei ole enää tarpeen"}).status_code == 303
    assert Desk().sit(near).get(file_of(path)).status_code == 200
    lead.send(page_of(AskedNaming.objects.get()), {"outcome": "agreed"})

    row.refresh_from_db()
    assert row.until == days(-1)
    assert Desk().sit(near).get(file_of(path)).status_code == 404


def test_nobody_agrees_to_what_they_asked_themselves(desk, lead, path, near):
    mine = asked_by(desk, path, near)
    own = AskedNamingFactory(care=path.care, asked_by=lead.user)

    assert desk.send(page_of(mine), {"outcome": "agreed"}).status_code == 403
    assert lead.send(page_of(own), {"outcome": "agreed"}).status_code == 403
    assert not Assignment.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        AskedNaming.objects.filter(pk=mine.pk).update(
            outcome="agreed", decided_by=mine.asked_by, decided_at="2026-01-01T10:00Z"
        )


def test_asked_twice_it_is_asked_once_from_two_tabs_too(desk, path, near):
    sheet, fields = uuid.uuid4(), named(near) | {"why": WHY}

    twice = [desk.send(new_for(path), fields, sheet=sheet).status_code for _ in range(2)]
    other_tab = desk.send(new_for(path), fields)

    assert (twice, other_tab.status_code) == ([303, 303], 409)
    assert WHY in other_tab.content.decode()
    assert AskedNaming.objects.count() == 1


def test_answered_twice_it_holds_once_and_another_answer_comes_late(desk, lead, path, team, near):
    asked, sheet = asked_by(desk, path, near), uuid.uuid4()
    second = Desk().sit(worker(Role.SUPERVISOR, team=team))

    twice = [lead.send(page_of(asked), {"outcome": "agreed"}, sheet=sheet) for _ in range(2)]
    again = lead.send(page_of(asked), {"outcome": "agreed"})
    late = second.send(page_of(asked), {"outcome": "declined", "answer": "Ei"})

    assert [one.status_code for one in (*twice, again)] == [303] * 3
    assert late.status_code == 409
    assert Assignment.objects.count() == 1


def test_taken_back_by_the_one_who_asked_only(desk, path, near):
    asked = asked_by(desk, path, near)
    pair = Desk().sit(AssignmentFactory(care=path.care).worker)

    assert pair.send(page_of(asked), {"outcome": "withdrawn"}).status_code == 403
    assert desk.send(page_of(asked), {"outcome": "withdrawn"}).status_code == 303
    assert desk.send(page_of(asked), {"outcome": "withdrawn"}).status_code == 303
    assert AskedNaming.objects.get().outcome == "withdrawn"


def test_done_otherwise_meanwhile_it_falls_and_the_asker_is_told(desk, lead, path, near):
    asked = asked_by(desk, path, near)

    lead.send(new_for(path), named(near))

    asked.refresh_from_db()
    assert (asked.outcome, told(desk)) == ("fell", [("naming_answered", "fell")])
    assert lead.send(page_of(asked), {"outcome": "agreed"}).status_code == 409


def test_with_the_end_of_the_path_nothing_waits(desk, path, near):
    asked_by(desk, path, near)

    end_path(path=path, ground="moved", on=today(), by=desk.user)

    assert not AskedNaming.objects.waiting().exists()


def test_it_stands_on_the_page_and_among_what_waits_for_an_answer(desk, lead, path, near):
    asked = asked_by(desk, path, near)

    assert page_of(asked) in text(desk.get(own_worker_of(path)))
    for seat in (desk, lead):
        assert page_of(asked) in text(seat.get("/handovers/"))


def test_what_waits_costs_the_same_for_one_and_for_ten(lead, team):
    def ask(number):
        AskedNamingFactory(care=path_of(worker(team=team), f"Kero{number}").care)

    ask(0)
    one = lead.cost("/handovers/")
    for number in range(1, 10):
        ask(number)

    assert lead.cost("/handovers/") == one
    assert len(lead.get("/handovers/").context["asked_me"]) == 10
