"""A visit is logged whole, once, with its steps; and nothing typed is lost."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from network.models import Step
from paku.audit.models import Entry
from paku.saving.models import Draft
from pathways.models import Pathway, Visit
from tests.desk import Desk
from tests.factories import AssignmentFactory, MemberFactory, PathFactory, today, worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def path():
    return PathFactory()


@pytest.fixture
def desk(path):
    return Desk().sit(path.care.own_worker)


def sheet_for(path):
    return reverse("pathways:new-visit", args=[path.ref])


def a_visit(**fields):
    return {
        "note": "Juotiin kahvit.",
        "client_words": "Tänään on parempi.",
        "kind": "home",
        "met": "yes",
        "on": today().isoformat(),
        "present": ["client"],
        **fields,
    }


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


def test_a_next_step_gets_a_doer_and_a_day(desk, path):
    partner = MemberFactory(client=path.client)
    due = today() + timedelta(days=5)

    desk.send(
        sheet_for(path),
        a_visit(
            step_what_1="Varaa aika", step_doer_1=str(partner.ref), step_due_1=f"{due:%d.%m.%Y}"
        ),
    )

    step = Step.objects.get()
    assert (step.doer, step.due_on, step.agreed_by) == (partner, due, desk.user)
    assert list(Visit.objects.get().steps.all()) == [step]


def test_a_step_without_a_name_or_a_day_is_asked_for_beside_its_field(desk, path):
    answer = desk.send(sheet_for(path), a_visit(step_what_1="Varaa aika"))

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"step_doer_1", "step_due_1"}
    assert "Juotiin kahvit." in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_member_of_another_clients_network_cannot_be_given_a_step(desk, path):
    stranger = MemberFactory()

    answer = desk.send(
        sheet_for(path),
        a_visit(step_what_1="x", step_doer_1=str(stranger.ref), step_due_1="1.1.2030"),
    )

    assert answer.status_code == 422
    assert not Step.objects.exists()


def test_an_attempt_is_written_down_and_resets_no_clock(desk, path):
    desk.send(sheet_for(path), a_visit(met="no"))

    assert Visit.objects.get().unmet
    assert Pathway.objects.get().last_contact_on is None


def test_the_same_sheet_sent_twice_is_one_visit(desk, path):
    sheet = uuid.uuid4()

    answers = [desk.send(sheet_for(path), a_visit(), sheet=sheet) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Visit.objects.count() == 1


def test_the_same_sheet_with_another_text_is_refused_and_the_text_stays_on_the_page(desk, path):
    sheet = uuid.uuid4()
    desk.send(sheet_for(path), a_visit(), sheet=sheet)

    answer = desk.send(sheet_for(path), a_visit(note="Aivan muuta"), sheet=sheet)

    assert answer.status_code == 409
    assert "Aivan muuta" in answer.content.decode()
    assert Visit.objects.count() == 1


def test_a_post_that_broke_off_saves_nothing(desk, path):
    fields = a_visit(submission_id=str(uuid.uuid4()))

    answer = desk.post(sheet_for(path), fields)

    assert answer.status_code == 422
    assert "Juotiin kahvit." in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_post_shorter_than_it_says_saves_nothing(desk, path):
    whole = a_visit(note="ää")

    short = desk.send(sheet_for(path), {**whole, "text_len": "9999"})
    exact = desk.send(
        sheet_for(path), {**whole, "text_len": str(len("ääTänään on parempi.".encode()))}
    )

    assert (short.status_code, exact.status_code) == (422, 303)
    assert Visit.objects.count() == 1


def test_a_visit_that_is_still_ahead_is_refused(desk, path):
    answer = desk.send(sheet_for(path), a_visit(on=f"{today() + timedelta(days=1):%d.%m.%Y}"))

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


def test_a_draft_comes_back_and_is_gone_when_the_visit_is_saved(desk, path):
    sheet = uuid.uuid4()
    desk.post(
        "/drafts/",
        {"key": f"visit/{path.ref}", "form": str(sheet), "body": '{"note": "Kesken jäi"}'},
    )

    page = desk.get(sheet_for(path)).content.decode()
    assert "Kesken jäi" in page
    assert str(sheet) in page

    desk.send(sheet_for(path), a_visit(), sheet=sheet)
    assert not Draft.objects.exists()


def test_a_draft_never_appears_in_another_clients_form_or_for_another_worker(desk, path):
    other = PathFactory(care__own_worker=desk.user, care__team=path.care.team)
    pair = AssignmentFactory(care=path.care).worker
    desk.post(
        "/drafts/",
        {"key": f"visit/{path.ref}", "form": str(uuid.uuid4()), "body": '{"note": "Salaisuus"}'},
    )

    assert "Salaisuus" not in desk.get(sheet_for(other)).content.decode()
    assert "Salaisuus" not in Desk().sit(pair).get(sheet_for(path)).content.decode()


def test_a_draft_is_not_readable_in_the_database(desk, path):
    from django.db import connection

    desk.post(
        "/drafts/",
        {"key": f"visit/{path.ref}", "form": str(uuid.uuid4()), "body": '{"note": "Salaisuus"}'},
    )

    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM saving_draft")
        (stored,) = cursor.fetchone()
    assert b"Salaisuus" not in bytes(stored)


def test_a_saved_visit_costs_at_most_fifteen_statements(desk, path):
    partner = MemberFactory(client=path.client)
    fields = a_visit(
        present=["client", str(partner.ref)],
        step_what_1="a",
        step_doer_1="client",
        step_due_1="1.1.2030",
        step_what_2="b",
        step_doer_2=str(partner.ref),
        step_due_2="1.1.2030",
    )

    with desk.counted() as statements:
        assert desk.send(sheet_for(path), fields).status_code == 303

    assert len(statements) <= 15, "\n".join(statements)
