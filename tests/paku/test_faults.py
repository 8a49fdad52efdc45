"""The database, the broker or the trail fails: a request is done wholly or not at all, and the next one works."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from time import sleep
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from paku.access.roles import Role
from paku.audit.models import Entry
from pathways.models import Visit, VisitText
from tests.desk import Desk
from tests.factories import (
    MemberFactory,
    OwnWordsFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    worker,
)
from tests.paku.bad_inputs.doors import FORM, SAVING, a_visit, send
from tests.paku.bad_inputs.reading import rows
from tests.paku.running_web import Web, running_web

MARKED = "Kanarialintu"


def a_marked_file() -> Any:
    """A path whose client's every text holds one word that is found nowhere else."""
    path = PathFactory(
        care__client__last_name=MARKED,
        care__client__first_names=MARKED,
        care__client__nickname=MARKED,
    )
    OwnWordsFactory(client=path.client, text=MARKED)
    VisitFactory(path=path, note=MARKED)
    StepFactory(client=path.client, what=MARKED)
    MemberFactory(client=path.client, name=MARKED)
    return path


def pages_of(path: Any) -> list[str]:
    file, way = f"/clients/{path.client.ref}/", f"/paths/{path.ref}/"
    visit, step = Visit.objects.get(path=path), path.client.steps.get()
    return [
        file, f"{file}own-words/", f"{file}summary/", f"{file}steps/new/", way, f"{way}move/", f"{way}visits/new/",
        f"/visits/{visit.ref}/", f"/visits/{visit.ref}/correct/", f"/steps/{step.ref}/done/",
        f"{file}basics/", f"{file}network/", f"{file}network/add/", "/", "/clients/",
    ]  # fmt: skip


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
    for door in SAVING[:-1]:
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
    sheets = [(door, *door.open(path)) for door in SAVING]
    take_the_trail_away(own_database)
    before = rows()

    for door, address, fields in sheets:
        answer = send(desk, address, fields, guarded=door.guarded)
        assert answer.status_code >= 500, door
        assert MARKED not in answer.content.decode(), door
    assert rows() == before


class Writer:
    """Somebody who keeps sending sheets over one line and writes down which were taken."""

    def __init__(self, web: Web) -> None:
        self.web, path = web, PathFactory()
        self.address = f"/paths/{path.ref}/visits/new/"
        desk = Desk().sit(path.care.own_worker)
        self.head = {
            "Cookie": f"{settings.SESSION_COOKIE_NAME}=" + desk.session.session_key,
            "X-CSRFToken": desk.get(self.address).context["csrf_token"],
            "Content-Type": FORM,
        }
        self.said: list[str] = []
        self.taken: list[str] = []
        self.answers: list[int] = []
        self.line = HTTPConnection("127.0.0.1", web.port, timeout=30)

    def look(self) -> int:
        return self._ask("GET", None)

    def send(self, note: str) -> int:
        """Again and again with the same sheet, as a person would, until it is taken or refused for good."""
        self.said.append(note)
        body = urlencode(
            {**a_visit(note=note, present="client"), "submission_id": uuid.uuid4(), "_end": "1"}
        )
        for _ in range(60):
            if (status := self._ask("POST", body)) == 303:
                self.taken.append(note)
                break
        return status

    def write(self, times: int) -> None:
        for number in range(times):
            self.send(f"{self.address} {number}")

    def _ask(self, method: str, body: str | None) -> int:
        try:
            self.line.request(method, self.address, body, self.head)
            answer = self.line.getresponse()
            answer.read()
            self.answers.append(answer.status)
        except (OSError, HTTPException):
            self.line.close()
            self.answers.append(0)
            sleep(0.2)
        return self.answers[-1]


def break_all_lines(own_database: Any) -> int:
    """What a restart of the database is to those who use it: every line to this database is cut."""
    with psycopg.connect(own_database.environment["PAKU_TEST_ADMIN_URL"], autocommit=True) as admin:
        cut = admin.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s"
            " AND pid <> pg_backend_pid()",
            [own_database.name],
        ).fetchone()
    return cut[0] if cut else 0


@pytest.fixture
def web(own_database, tmp_path):
    with running_web(own_database.environment, tmp_path) as running:
        yield running


def test_after_the_database_was_restarted_the_next_request_works(web, own_database):
    somebody = Writer(web)
    assert [somebody.look() for _ in range(8)] == [200] * 8
    connection.close()

    assert break_all_lines(own_database) > 0

    assert [somebody.look() for _ in range(8)] == [200] * 8
    assert somebody.send("heti perään") == 303
    somebody.line.close()


def while_they_write(writers: list[Writer], times: int, disturb: Callable[[], object]) -> None:
    """Each writes so many sheets; after every few of them something breaks."""
    with ThreadPoolExecutor(len(writers)) as hands:
        working = [hands.submit(writer.write, times) for writer in writers]
        told = 0
        while not all(one.done() for one in working):
            if (now := sum(len(writer.taken) for writer in writers)) >= told + 4:
                told = now
                disturb()
            sleep(0.01)
    for one in working:
        one.result()
    for writer in writers:
        writer.line.close()


def test_a_database_that_breaks_under_writers_loses_and_doubles_nothing(web, own_database):
    writers = [Writer(web) for _ in range(3)]
    connection.close()

    while_they_write(writers, 12, lambda: break_all_lines(own_database))

    assert ledger(writers) == sorted(note for writer in writers for note in writer.said)


def test_a_web_server_that_is_killed_under_writers_loses_and_doubles_nothing(web):
    writers = [Writer(web) for _ in range(3)]

    def kill_and_start_again() -> None:
        web.kill()
        web.start()

    while_they_write(writers, 4, kill_and_start_again)

    assert ledger(writers) == sorted(note for writer in writers for note in writer.said)


def ledger(writers: list[Writer]) -> list[str]:
    """The notes in the database, each with its own entry; every one that was taken is there."""
    connection.close()
    found = sorted(VisitText.objects.values_list("note", flat=True))
    assert sorted(note for writer in writers for note in writer.taken) == found
    assert (
        Entry.objects.filter(deed="pathways.visit_logged").count()
        == len(found)
        == Visit.objects.count()
    )
    return found


def test_without_the_broker_pages_and_saving_work(own_database, tmp_path):
    nowhere = {**own_database.environment, "REDIS_URL": f"unix://{tmp_path}/nobody.sock"}
    with running_web(nowhere, tmp_path) as web:
        somebody = Writer(web)

        assert somebody.look() == 200
        assert somebody.send("Ilman välittäjää.") == 303
        somebody.line.close()
    assert VisitText.objects.get().note == "Ilman välittäjää."


def test_without_the_press_a_plain_sentence_comes_and_nothing_is_frozen(own_database, settings):
    settings.PRESS = "unix:///nowhere/press.sock"
    path = a_marked_file()
    member = path.client.members.get()
    desk = Desk(raise_request_exception=False).sit(path.care.own_worker)
    wishes = {"recipient": str(member.ref), "purpose": "Tapaaminen", "language": "fi", "ground": "shl_41",
              "sections": ["own_words"], "sure": "on"}  # fmt: skip
    before = rows()

    answer = send(desk, f"/clients/{path.client.ref}/summary/", wishes, guarded=("purpose",))

    assert (answer.status_code, rows()) == (503, before)
    assert not re.search(r"Traceback|/nowhere", answer.content.decode())
