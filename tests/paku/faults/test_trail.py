"""The trail: no page of a client and no saving without it."""

from typing import Any

import psycopg
import pytest

from paku.access.roles import Role
from paku.audit.models import Entry
from tests.desk import Desk
from tests.factories import worker
from tests.paku.bad_inputs.doors import NEW_CLIENT, SAVING, send
from tests.paku.bad_inputs.reading import rows
from tests.paku.faults.marked_files import MARKED, a_marked_file, pages_of


def take_the_trail_away(own_database: Any) -> None:
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute("REVOKE INSERT ON audit_entry FROM paku_app")


@pytest.mark.django_db
def test_every_page_that_names_a_client_leaves_an_entry_about_the_client():
    path = a_marked_file()
    desk = Desk().sit(path.care.own_worker)
    for address in pages_of(path):
        before = Entry.objects.about(path.client.ref).count()
        page = desk.get(address)
        assert page.status_code == 200, address
        assert (
            MARKED not in page.content.decode()
            or Entry.objects.about(path.client.ref).count() == before + 1
        ), address


@pytest.mark.django_db
def test_a_refused_sheet_that_names_the_client_leaves_an_entry_too():
    path = a_marked_file()
    desk = Desk().sit(path.care.own_worker)
    for door in (door for door in SAVING if door is not NEW_CLIENT):
        address, fields = door.open(path)
        before = Entry.objects.about(path.client.ref).count()
        answer = send(desk, address, {**fields, door.field: "\x00"}, guarded=door.guarded)
        assert answer.status_code == 422, door
        assert Entry.objects.about(path.client.ref).count() == before + 1, door


def test_without_the_trail_no_page_shows_a_client(own_database):
    path = a_marked_file()
    desk = Desk(raise_request_exception=False).sit(path.care.own_worker)
    chief = Desk(raise_request_exception=False).sit(worker(Role.SUPERVISOR, team=path.care.team))
    asked = [(desk, address) for address in pages_of(path)] + [
        (chief, "/caseload/"),
        (chief, "/clients/"),
    ]
    take_the_trail_away(own_database)

    for someone, address in asked:
        page = someone.get(address)
        assert page.status_code >= 500, address
        assert MARKED not in page.content.decode(), address
    assert MARKED not in desk.post("/clients/", {"q": MARKED.lower()}).content.decode()


def test_without_the_trail_nothing_is_saved(own_database):
    path = a_marked_file()
    desk = Desk(raise_request_exception=False).sit(path.care.own_worker)
    # a reflection is the worker's own and of no client (decision 0042): its saving has no entry
    of_clients = [door for door in SAVING if door.name != "reflection"]
    sheets = [(door, *door.open(path)) for door in of_clients]
    take_the_trail_away(own_database)
    before = rows()

    for door, address, fields in sheets:
        answer = send(desk, address, fields, guarded=door.guarded)
        assert answer.status_code >= 500, door
        assert MARKED not in answer.content.decode(), door
    assert rows() == before
