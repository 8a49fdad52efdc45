"""A person has died whose file nobody opens any more: the day is written by the number, and the years run from it."""

from __future__ import annotations

import uuid

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from clients.models import Client, Exclusion
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.kit.context import enter
from pathways.actions.retention import carry_out
from tests.desk import Desk
from tests.factories import (
    ARTIFICIAL,
    IdentityCodeFactory,
    approved,
    ended,
    listed,
    today,
    worker,
    years_ago,
)
from tests.pathways.lists import shown

pytestmark = pytest.mark.django_db
WHY = "Digi- ja väestötietoviraston ilmoitus"
FIND = "/retention/closed/"


@pytest.fixture
def officer():
    return Desk().sit(worker(Role.PRIVACY_OFFICER))


@pytest.fixture
def closed(path):
    return ended(path, 3)


def page_of(path):
    return reverse("pathways:death", args=[path.client.ref])


def day_of(path):
    return Client.objects.get(pk=path.client_id).died_on


def sheet(died_on, seen=None, **more):
    return {"died_on": shown(died_on), "seen": shown(seen) if seen else "", "why": WHY, **more}


def test_found_by_its_short_number_and_written_with_nobody_named(closed, officer):
    found = officer.send(FIND, {"number": str(closed.client.ref)[:8].upper()})
    assert (found.status_code, found.url) == (303, page_of(closed))
    before = officer.get(page_of(closed))

    assert officer.send(page_of(closed), sheet(years_ago(1))).status_code == 303

    assert day_of(closed) == years_ago(1)
    for answer in (before, officer.get(page_of(closed))):
        assert closed.client.last_name not in answer.content.decode()
    entry = Entry.objects.get(deed="pathways.death_written")
    assert (entry.reason, entry.client_refs, entry.purpose) == (
        WHY,
        [closed.client.ref],
        "retention",
    )
    assert officer.get(f"/clients/{closed.client.ref}/").status_code == 404


def test_found_by_a_whole_identity_code_that_stands_in_no_address(closed, officer):
    IdentityCodeFactory(client=closed.client)

    found = officer.send(FIND, {"number": ARTIFICIAL})

    assert (found.status_code, found.url) == (303, page_of(closed))


def test_the_years_of_the_basic_data_run_from_the_day(due, two):
    lead = Desk().sit(two[0])
    carry_out(approved(listed(due), *two))
    assert Client.objects.filter(pk=due.client_id).exists()

    assert lead.send(page_of(due), sheet(years_ago(2.1))).status_code == 303

    with connection.cursor() as cursor:
        cursor.execute("SELECT client_ref FROM paku_due_files()")
        assert cursor.fetchall() == [(due.client.ref,)]


def test_a_wrong_day_is_corrected_and_taken_away(closed, officer):
    first, second = years_ago(1), years_ago(0.5)
    officer.send(page_of(closed), sheet(first))
    assert officer.send(page_of(closed), sheet(second, first)).status_code == 303
    assert day_of(closed) == second

    empty = {"died_on": "", "seen": shown(second), "why": "Väärä henkilö"}
    assert officer.send(page_of(closed), empty).status_code == 303
    assert day_of(closed) is None
    assert officer.send(page_of(closed), {"died_on": "", "seen": "", "why": WHY}).status_code == 422


def test_written_twice_it_is_written_once_and_two_tabs_do_not_overwrite(closed, officer):
    number, fields = uuid.uuid4(), sheet(years_ago(1))

    twice = [officer.send(page_of(closed), fields, sheet=number).status_code for _ in range(2)]
    other_tab = officer.send(page_of(closed), sheet(years_ago(0.5)))

    assert (twice, other_tab.status_code) == ([303, 303], 409)
    assert WHY in other_tab.content.decode()
    assert (day_of(closed), Entry.objects.filter(deed="pathways.death_written").count()) == (
        years_ago(1),
        1,
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"died_on": ""},
        {"died_on": "31.2.2020"},
        {"died_on": "1.1.2099"},
        {"died_on": "1.1.1901"},
        {"why": ""},
        {"why": "x" * 301},
    ],
)
def test_a_bad_sheet_is_refused_with_what_was_typed(closed, officer, wrong):
    Client.objects.filter(pk=closed.client_id).update(born_on="1960-05-05")

    answer = officer.send(page_of(closed), sheet(years_ago(1)) | wrong)

    assert (answer.status_code, day_of(closed)) == (422, None)
    assert WHY in answer.content.decode() or "why" in wrong


def test_an_open_file_and_one_within_the_return_ticket_are_not_here(path, officer):
    for number in (str(path.client.ref)[:8], "ei numero", "00000000", str(uuid.uuid4())):
        assert officer.send(FIND, {"number": number}).status_code == 422
    assert officer.get(page_of(path)).status_code == 404

    ended(path, 0.5)
    assert officer.get(page_of(path)).status_code == 404
    assert officer.send(page_of(path), sheet(today())).status_code == 404


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.SOCIAL_WORKER, Role.MAIN_USER])
def test_others_neither_find_nor_write(closed, role):
    other = Desk().sit(worker(role, team=closed.care.team))

    answers = [
        other.get(FIND),
        other.get(page_of(closed)),
        other.send(page_of(closed), sheet(today())),
    ]

    assert {answer.status_code for answer in answers} <= {403, 404}
    assert day_of(closed) is None


def test_its_own_teams_supervisor_writes_and_another_teams_meets_a_plain_404(closed):
    lead = Desk().sit(worker(Role.SUPERVISOR, team=closed.care.team))
    other = Desk().sit(worker(Role.SUPERVISOR))
    absent = other.get(reverse("pathways:death", args=[uuid.uuid4()]))

    assert other.get(page_of(closed)).content == absent.content
    assert other.send(FIND, {"number": str(closed.client.ref)[:8]}).status_code == 422
    assert lead.send(page_of(closed), sheet(years_ago(1))).status_code == 303


def test_whoever_is_shut_out_of_the_file_does_not_find_it(closed, officer):
    Exclusion.objects.create(
        client=closed.client, user=officer.user, reason="relative", added_by=closed.care.own_worker
    )

    assert officer.get(page_of(closed)).status_code == 404
    assert officer.send(FIND, {"number": str(closed.client.ref)[:8]}).status_code == 422


def test_the_database_looks_for_itself(closed):
    stranger, officer = worker(), worker(Role.PRIVACY_OFFICER)
    enter(stranger.pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT paku_write_death(%s, %s, %s, NULL)", [stranger.pk, closed.client.ref, today()]
        )
        assert cursor.fetchone() == ("gone",)
        with pytest.raises(DatabaseError, match="for another"), transaction.atomic():
            cursor.execute(
                "SELECT paku_write_death(%s, %s, %s, NULL)",
                [officer.pk, closed.client.ref, today()],
            )
