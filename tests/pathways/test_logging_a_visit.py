"""A visit is logged by those who work with the person, with the words of the client."""

import uuid

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from pathways.models import Pathway, Visit
from tests.desk import Desk
from tests.factories import AssignmentFactory, MemberFactory, today, worker
from tests.pathways.lists import days, shown
from tests.pathways.visiting import a_visit, sheet_for

pytestmark = pytest.mark.django_db


def test_a_visit_is_saved_with_the_words_of_the_client(desk, path):
    answer = desk.send(sheet_for(path), a_visit())

    visit = Visit.objects.get()
    assert answer.status_code == 303
    assert (visit.texts.get().client_words, visit.worker, visit.kind.code) == (
        "Tänään on parempi.",
        desk.user,
        "home",
    )
    assert Pathway.objects.get().last_contact_on == today()


def test_an_attempt_is_written_down_and_resets_no_clock(desk, path):
    desk.send(sheet_for(path), a_visit(met="no"))

    assert Visit.objects.get().unmet
    assert Pathway.objects.get().last_contact_on is None


def test_a_visit_that_is_still_ahead_is_refused(desk, path):
    answer = desk.send(sheet_for(path), a_visit(on=shown(days(1))))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["on"])


def test_an_ended_path_takes_no_visits(desk, path):
    Pathway.objects.update(ended_on=today(), ending="coping")

    answer = desk.send(sheet_for(path), a_visit())

    assert answer.status_code == 422
    assert not Visit.objects.exists()
    assert Entry.objects.filter(outcome="denied", details__why="path_ended").exists()


def test_the_pair_logs_too_and_a_stranger_cannot_tell_that_the_client_exists(path):
    pair = AssignmentFactory(care=path.care).worker
    stranger = Desk().sit(worker())

    assert Desk().sit(pair).send(sheet_for(path), a_visit()).status_code == 303
    hidden = stranger.send(sheet_for(path), a_visit())
    absent = stranger.send(reverse("pathways:new-visit", args=[uuid.uuid4()]), a_visit())

    assert (hidden.status_code, hidden.content) == (404, absent.content)
    assert Visit.objects.count() == 1


def test_a_saved_visit_costs_at_most_fifteen_statements(desk, path):
    partner = MemberFactory(client=path.client)
    fields = a_visit(
        present=["client", str(partner.ref)],
        step_what_1="a",
        step_doer_1="client",
        step_due_1=shown(days(5)),
        step_what_2="b",
        step_doer_2=str(partner.ref),
        step_due_2=shown(days(5)),
    )

    desk.get(sheet_for(path))  # once a minute it is noted that somebody is there
    with desk.counted() as statements:
        assert desk.send(sheet_for(path), fields).status_code == 303

    assert len(statements) <= 15, "\n".join(statements)
