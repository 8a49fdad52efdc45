"""Two people look at the month's list: the supervisor and the privacy officer, or two of either."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from clients.models import Exclusion
from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.actions.retention import carry_out_approved, propose
from pathways.models import RetentionRun
from tests.desk import Desk
from tests.factories import (
    LegalHoldFactory,
    PathFactory,
    VisitFactory,
    ended,
    listed,
    worker,
    years_ago,
)

pytestmark = pytest.mark.django_db
LISTS = reverse("pathways:retention")
SURE = {"sure": "on"}


@pytest.fixture
def run(path):
    VisitFactory(path=path, note="Salainen kirjaus")
    return listed(ended(path))


@pytest.fixture
def esihenkilo(run):
    return Desk().sit(worker(Role.SUPERVISOR, team=run.team, name="Essi Esihenkilö"))


@pytest.fixture
def tietosuoja():
    return Desk().sit(worker(Role.PRIVACY_OFFICER))


def page(run: RetentionRun) -> str:
    return reverse("pathways:retention-run", args=[run.ref])


def test_the_supervisor_and_the_privacy_officer_approve_and_the_job_destroys(
    run, path, esihenkilo, tietosuoja
):
    assert esihenkilo.send(page(run), SURE).status_code == 303
    assert carry_out_approved() == 0

    assert tietosuoja.send(page(run), SURE).status_code == 303
    assert carry_out_approved() == 1

    record = tietosuoja.get(page(run)).content.decode()
    assert "Essi Esihenkilö" in record
    assert str(path.client.ref) not in record
    assert Entry.objects.filter(deed="pathways.destruction_approved").count() == 2


def test_two_supervisors_are_two_people(run, esihenkilo):
    another = Desk().sit(worker(Role.SUPERVISOR, team=run.team))

    esihenkilo.send(page(run), SURE)
    another.send(page(run), SURE)

    run.refresh_from_db()
    assert run.state == "approved"


def test_nobody_is_both(run, esihenkilo):
    sheet = uuid.uuid4()
    first = esihenkilo.send(page(run), SURE, sheet=sheet)
    again = esihenkilo.send(page(run), SURE, sheet=sheet)
    in_another_tab = esihenkilo.send(page(run), SURE)

    assert (first.status_code, again.status_code, in_another_tab.status_code) == (303, 303, 409)
    run.refresh_from_db()
    assert (run.first_by, run.second_by) == (esihenkilo.user, None)


def test_a_third_comes_too_late(run, esihenkilo, tietosuoja):
    esihenkilo.send(page(run), SURE)
    tietosuoja.send(page(run), SURE)

    late = Desk().sit(worker(Role.PRIVACY_OFFICER)).send(page(run), SURE)

    assert late.status_code == 409


def test_without_the_tick_nothing_is_approved(run, esihenkilo):
    answer = esihenkilo.send(page(run), {"sure": ""})

    assert answer.status_code == 422
    run.refresh_from_db()
    assert run.first_by is None


def test_the_list_has_numbers_and_no_name_and_no_word(run, path, esihenkilo):
    shown = esihenkilo.get(page(run)).content.decode()

    assert str(path.client.ref)[:8].upper() in shown
    assert path.client.last_name not in shown
    assert "Salainen" not in shown
    assert Entry.objects.filter(deed="pathways.retention_read").first().client_refs == [
        path.client.ref
    ]


def test_a_list_is_its_teams_own(run):
    elsewhere = Desk().sit(worker(Role.SUPERVISOR))

    assert elsewhere.get(page(run)).status_code == 404
    assert elsewhere.send(page(run), SURE).status_code == 404
    assert page(run) not in elsewhere.get(LISTS).content.decode()


@pytest.mark.parametrize(
    "role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.NEAR_WORKER, Role.STUDENT, Role.MAIN_USER]
)
def test_others_have_nothing_to_do_with_it(run, role):
    desk = Desk().sit(worker(role, team=run.team))

    assert desk.get(LISTS).status_code == 403
    assert desk.send(page(run), SURE).status_code in (403, 404)
    run.refresh_from_db()
    assert run.first_by is None


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.PRIVACY_OFFICER])
def test_to_whom_a_file_on_it_does_not_exist_the_list_does_not_either(run, path, role):
    shut_out = worker(role, team=run.team)
    Exclusion.objects.create(
        client=path.client, user=shut_out, reason="relative", added_by=worker()
    )
    desk = Desk().sit(shut_out)

    assert desk.get(page(run)).status_code == 404
    assert desk.send(page(run), SURE).status_code == 404


def test_a_file_held_since_is_marked_and_stays(run, path, esihenkilo):
    LegalHoldFactory(client=path.client, set_by=worker())

    assert [row["is_held"] for row in esihenkilo.get(page(run)).context["items"]] == [True]


def test_one_list_a_month_and_last_months_unfinished_one_gives_way(run, esihenkilo):
    esihenkilo.send(page(run), SURE)
    assert propose() == 0
    RetentionRun.objects.update(month=years_ago(0.2).replace(day=1))

    assert propose() == 1

    new = RetentionRun.objects.get()
    assert (new.first_by, new.items.count()) == (None, 1)
    assert esihenkilo.send(page(run), SURE).status_code == 404


def test_a_list_costs_the_same_for_one_and_for_many(run, path, esihenkilo):
    one_list, one_file = esihenkilo.cost(LISTS), esihenkilo.cost(page(run))
    for _number in range(9):
        ended(PathFactory(care__team=path.care.team))
    RetentionRun.objects.all().delete()
    many = listed(path)

    assert many.items.count() == 10
    assert esihenkilo.cost(page(many)) == one_file
    assert esihenkilo.cost(LISTS) == one_list
