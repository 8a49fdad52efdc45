"""A visit's text to be copied to the official record, and the mark that it stands there (703/2023 44 §)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from paku.audit.models import Entry
from pathways.models import Visit, VisitMoved
from tests.desk import Desk
from tests.factories import (
    AssignmentFactory,
    IdentityCodeFactory,
    MemberFactory,
    VisitFactory,
    today,
    worker,
)
from tests.pathways.lists import shown, text
from tests.pathways.visiting import a_visit, sheet_for

pytestmark = pytest.mark.django_db


def official(visit):
    return reverse("pathways:official-visit", args=[visit.ref])


def marked(on=None, version=1):
    return {"on": shown(on or today()), "version": str(version)}


def corrected(desk, visit):
    fields = {
        "note": "Juotiin teetä.",
        "client_words": "",
        "reason": "muistin väärin",
        "version": "1",
    }
    return desk.send(reverse("pathways:correct-visit", args=[visit.ref]), fields)


@pytest.fixture
def visit(desk, path):
    """At home, with a partner there, and a step agreed on it."""
    partner = MemberFactory(client=path.client, name="Anu Apulainen")
    step = {
        "step_what_1": "Soitan velkaneuvontaan",
        "step_doer_1": str(partner.ref),
        "step_due_1": shown(today()),
    }
    fields = a_visit(present=["client", str(partner.ref)], minutes="45", **step)
    assert desk.send(sheet_for(path), fields).status_code == 303
    return Visit.objects.get()


def test_event_time_people_own_words_note_and_agreement_stand_in_order(desk, path, visit):
    IdentityCodeFactory(client=path.client, code="010180-9004")
    words = desk.get(official(visit)).context["text"]

    parts = [path.client.name, path.matter, visit.kind.label[1:], shown(visit.on), "Anu Apulainen",
             "Tänään on parempi.", "Juotiin kahvit.", "Soitan velkaneuvontaan"]  # fmt: skip
    places = [words.index(part) for part in parts]
    assert places == sorted(places)
    assert desk.user.name in words
    assert "010180-9004" not in words


def test_a_try_tells_of_nobody_met(desk, path):
    desk.send(sheet_for(path), a_visit(met="no", client_words=""))
    words = desk.get(official(Visit.objects.get())).context["text"]

    assert words.count(path.client.name) == 1


def test_it_is_marked_once_with_day_and_name(desk, path, visit):
    assert desk.send(official(visit), marked()).status_code == 303
    assert desk.send(official(visit), marked()).status_code == 409

    moved = VisitMoved.objects.get()
    assert (moved.on, moved.by, moved.version) == (today(), desk.user, 1)
    page = desk.get(visit.get_absolute_url())
    assert page.context["moved"] == moved
    assert (
        Entry.objects.filter(deed="pathways.visit_moved", client_refs=[path.client.ref]).count()
        == 1
    )


@pytest.mark.parametrize("days", [-30, 1])
def test_it_was_not_moved_before_the_visit_nor_tomorrow(desk, visit, days):
    on = today() + timedelta(days=days)

    assert desk.send(official(visit), marked(on)).status_code == 422
    assert not VisitMoved.objects.exists()


def test_a_corrected_text_is_moved_anew(desk, visit):
    desk.send(official(visit), marked())
    corrected(desk, visit)

    page = desk.get(official(visit))
    assert ("Juotiin teetä." in text(page), page.context["moved"]) == (True, None)
    assert desk.send(official(visit), marked(version=2)).status_code == 303
    assert VisitMoved.objects.count() == 2


def test_a_text_corrected_since_it_was_copied_is_not_marked_as_moved(desk, visit):
    assert desk.get(official(visit)).context["form"]["version"].value() == 1
    corrected(desk, visit)

    assert desk.send(official(visit), marked()).status_code == 409
    assert not VisitMoved.objects.exists()


def test_a_near_worker_and_a_colleague_do_not_move_anything(path):
    near = worker("near_worker")
    AssignmentFactory(care=path.care, worker=near, part="near_worker")
    visit = VisitFactory(path=path, worker=near)
    others = (near, worker(team=path.care.team), worker())

    answers = [Desk().sit(one).get(official(visit)) for one in others]
    assert [answer.status_code for answer in answers] == [403, 404, 404]
