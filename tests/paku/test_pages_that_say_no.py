"""Each page for what goes wrong: its status, its headers, a sentence, and nothing of anybody on it."""

from __future__ import annotations

import re

import psycopg
import pytest

from paku.access.roles import Role
from tests.desk import Desk
from tests.factories import PathFactory, VisitFactory, worker
from tests.paku.kit.test_browser_settings import ALWAYS

NAME = "Kanarialintu"
MARKED = {"care__client__first_names": NAME, "care__client__last_name": NAME}


@pytest.fixture
def path(db):
    path = PathFactory(**MARKED)
    VisitFactory(path=path, note=NAME)
    return path


@pytest.fixture
def desk(path):
    return Desk(raise_request_exception=False).sit(path.care.own_worker)


def check(answer, status: int) -> None:
    page = answer.content.decode()
    assert answer.status_code == status
    assert {name: answer[name] for name in ALWAYS} == ALWAYS
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert NAME not in page + str(answer.headers)
    assert not re.search(r"Traceback|Exception|Error at|django\.|psycopg|<code>", page)
    assert re.search(r"<h1>[^<]{5,}</h1>", page)
    assert re.search(r"<title>[^<]*Paku[^<]*</title>", page)
    assert not re.search(r"<script(?![^>]*nonce=)|\son\w+=", page)


def test_400_for_a_message_that_cannot_be_read(desk):
    check(desk.generic("POST", "/clients/", b"q=%E4iti", "application/x-www-form-urlencoded"), 400)


def test_400_for_a_foreign_host(desk):
    check(desk.get("/sign-in/", HTTP_HOST="evil.example"), 400)


def test_403_for_a_right_that_is_missing(desk):
    check(desk.get("/caseload/"), 403)


def test_403_for_a_colleagues_file(path):
    check(Desk().sit(worker(team=path.care.team)).get(f"/clients/{path.client.ref}/"), 403)


def test_403_for_a_form_without_its_secret(path):
    desk = Desk(enforce_csrf_checks=True).sit(path.care.own_worker)

    check(desk.post(f"/paths/{path.ref}/visits/new/", {"note": "Kirjoitettu"}), 403)


def test_403_for_a_post_from_another_site(desk):
    check(desk.post("/clients/", {"q": NAME}, HTTP_SEC_FETCH_SITE="cross-site"), 403)


@pytest.mark.parametrize(
    "address", ["/ei-ole/", f"/{NAME}/", "/static/ei-ole.css", "/admin/", "/metrics/"]
)
def test_404_for_what_is_not_there(desk, address):
    check(desk.get(address), 404)


def test_404_for_what_is_hidden(path):
    check(Desk().sit(worker()).get(f"/clients/{path.client.ref}/"), 404)
    check(Desk().sit(worker(Role.NEAR_WORKER)).get(f"/paths/{path.ref}/"), 404)


@pytest.mark.django_db
def test_429_for_a_flood_of_tries(settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip", "login_failed": None}
    tries = [Desk().post("/sign-in/", {"login": NAME, "password": NAME}) for _ in range(2)]

    check(tries[-1], 429)


def test_500_for_a_fault_of_ours(own_database):
    path = PathFactory(**MARKED)
    desk = Desk(raise_request_exception=False).sit(path.care.own_worker)
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute("ALTER TABLE clients_ownwords RENAME TO gone")

    check(desk.get(f"/clients/{path.client.ref}/"), 500)


def test_503_when_the_trail_takes_no_entry(own_database):
    path = PathFactory(**MARKED)
    desk = Desk(raise_request_exception=False).sit(path.care.own_worker)
    with psycopg.connect(own_database.environment["DATABASE_OWNER_URL"]) as owner:
        owner.execute("REVOKE INSERT ON audit_entry FROM paku_app")

    check(desk.get(f"/clients/{path.client.ref}/"), 503)
