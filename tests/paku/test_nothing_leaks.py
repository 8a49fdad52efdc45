"""One marked client goes through everything the product does; then every place that keeps anything is searched."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg
import pytest
import redis
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from network.models import Member, Step
from paku.access.models import Sitting
from paku.access.roles import Role
from paku.audit.models import Entry
from paku.celery import app
from paku.kit.dates import HELSINKI, is_working_day
from paku.reminders.models import Delivery
from paku.reminders.tasks import ring
from paku.saving.models import Draft
from tests.desk import Desk
from tests.every_address import every_address
from tests.factories import (
    AssignmentFactory,
    MemberFactory,
    PathFactory,
    StepFactory,
    VisitFactory,
    today,
    worker,
)
from tests.paku.bad_inputs.doors import NAMES, SAVING, a_visit, send

CANARY = re.compile(r"kanarian?lintu|kanaari", re.IGNORECASE)
NAME, NOTE, WORDS, WHAT = (
    "Kanarialintu",
    "Kanarialinnun muistiinpano kanarialintu",
    "Kanarialintu laulaa",
    "Kanaari",
)
PURPOSE = "Tapaaminen maanantaina"
# where a word of a client's has its place, behind the second fence
OF_THE_FILE = {
    "clients_client",
    "clients_contactpoint",
    "clients_ownwords",
    "network_member",
    "network_step",
    "pathways_pathway",
    "pathways_stagemove",
    "pathways_visittext",
    "printing_paper",
}


class Walk:
    """What the pages answered with, apart from the pages themselves."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.shown = 0

    def __call__(self, answer: Any) -> Any:
        request, page = answer.wsgi_request, answer.content.decode("utf-8", "replace")
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
        self.shown += bool(hits(page))
        self.told += [request.get_full_path(), str(answer.headers), title[1] if title else ""]
        return answer


def a_working_morning() -> datetime:
    day = today()
    while not is_working_day(day):
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, 8, tzinfo=HELSINKI)


@pytest.fixture
def marked(own_database):
    path = PathFactory(
        care__client__first_names=NAME, care__client__last_name=NAME, care__client__nickname=NAME
    )
    path.client.contact_points.create(kind="address", value=NAME)
    MemberFactory(client=path.client, name="Ville Velkaneuvoja", tasks=NAME)
    StepFactory(
        client=path.client,
        what=WHAT,
        due_on=a_working_morning().date(),
        agreed_by=path.care.own_worker,
    )
    return path


def everywhere(marked) -> Iterator[str]:
    """Every address there is, with each ref of the marked client's in its place."""
    member, step = Member.objects.first(), Step.objects.first()
    visit = VisitFactory(path=marked, note=NOTE)
    for address in every_address():
        first = {"paths": marked.ref, "visits": visit.ref, "steps": step.ref}
        ref = first.get(address.route.split("/")[0], marked.client.ref)
        route = re.sub(r"<uuid:\w+>", str(ref), address.route, count=1)
        yield "/" + re.sub(r"<uuid:\w+>", str(member.ref), route)


def everybody_goes_everywhere(marked, walk: Walk) -> None:
    near = AssignmentFactory(care=marked.care, near_worker=True).worker
    for somebody in (marked.care.own_worker, worker(Role.SUPERVISOR, team=marked.care.team), near):
        seat = Desk(raise_request_exception=False).sit(somebody)
        for address in everywhere(marked):
            walk(seat.get(address))


@pytest.fixture
def walked(marked, caplog, tmp_path, monkeypatch):
    """Every form and page once, by the worker, the supervisor and a stranger; refusals and faults among them."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    walk, desk = Walk(), Desk(raise_request_exception=False).sit(marked.care.own_worker)
    file, way = f"/clients/{marked.client.ref}/", f"/paths/{marked.ref}/"
    walk(desk.post("/clients/", {"q": NAME}))
    walk(desk.post("/clients/", {"q": f"{NAME}\x00"}))
    walk(desk.post("/clients/new/", {"last_name": NAME, "first_names": NAME, "look": "1"}))
    for door in [*SAVING, *NAMES]:
        address, fields = (
            door.open(marked) if door.name != "move" else (f"{way}move/", door.open(marked)[1])
        )
        walk(desk.get(address))
        for value in (NOTE, f"{NOTE}\x00", NOTE * 5000):
            walk(send(desk, address, {**fields, door.field: value}, guarded=door.guarded))
    walk(send(desk, f"{way}visits/new/", a_visit(note=NOTE, client_words=WORDS, on=NOTE)))
    walk(desk.post("/drafts/", {"key": NOTE, "form": NOTE, "body": NOTE}))
    walk(
        desk.post(
            "/drafts/",
            {
                "key": f"visit/{marked.ref}",
                "form": str(marked.ref),
                "body": json.dumps({"note": NOTE}),
            },
        )
    )
    wishes = {"recipient": str(Member.objects.get(name__startswith="Ville").ref), "purpose": PURPOSE, "language": "fi",
              "ground": "shl_41", "sections": ["own_words", "notes", "steps"], "sure": "on"}  # fmt: skip
    paper = walk(send(desk, f"{file}summary/", wishes, guarded=("purpose",)))
    assert paper.status_code == 303
    for address in ("/", "/clients/", "/clients/?who=team", "/network/", "/trail/mine/", "/account/", file, way,
                    f"{file}own-words/", f"{file}summary/", paper["Location"]):  # fmt: skip
        assert walk(desk.get(address)).status_code == 200
    for role, address in ((Role.SUPERVISOR, "/caseload/"), (Role.PRIVACY_OFFICER, "/trail/")):
        assert walk(Desk().sit(worker(role, team=marked.care.team)).get(address)).status_code == 200
    stranger = Desk().sit(worker())
    for address in (file, way, f"{way}visits/new/"):
        assert walk(stranger.get(address)).status_code == 404
        walk(send(stranger, address, {"note": NOTE}))
        walk(send(Desk(), address, {"note": NOTE}))
    walk(Desk().post("/sign-in/", {"login": NAME, "password": NOTE}))
    everybody_goes_everywhere(marked, walk)
    return walk, caplog.text


def hits(*texts: str) -> list[str]:
    return [
        text[max(0, found.start() - 80) : found.end() + 40]
        for text in texts
        for found in CANARY.finditer(text)
    ]


def test_no_address_header_title_or_log_line_holds_a_clients_word(walked):
    walk, logged = walked

    assert (len(walk.told) > 150, walk.shown > 30, "Unprocessable" in logged) == (True, True, True)
    assert hits(*walk.told) == []
    assert hits(logged) == []


def test_the_trail_holds_no_word_of_a_client_and_the_papers_purpose_once(walked):
    entries = list(Entry.objects.values())

    assert len(entries) > 40
    assert hits(str(entries)) == []
    assert [entry["reason"] for entry in entries if entry["reason"]] == [PURPOSE]


def test_no_table_but_those_of_the_file_holds_a_word(walked):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = {name for (name,) in cursor.fetchall()}
        holding = set()
        for table in tables:
            cursor.execute(
                f"SELECT 1 FROM {table} t WHERE t::text ~* 'kanari?a?l?i|kanaari' LIMIT 1"
            )
            if cursor.fetchone():
                holding.add(table)

    assert len(tables) > 30
    assert holding <= OF_THE_FILE, holding - OF_THE_FILE
    assert {"clients_client", "pathways_visittext"} <= holding


def test_no_session_and_no_temporary_file_holds_a_word(walked, tmp_path):
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    sessions = [store.decode(sitting.session_data) for sitting in Sitting.objects.all()]
    left = [path.read_bytes().decode("latin-1") for path in tmp_path.rglob("*") if path.is_file()]

    assert sessions
    assert hits(str(sessions)) == []
    assert hits(*left) == []


def test_drafts_lie_encrypted(walked):
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM saving_draft")
        stored = b"".join(bytes(row[0]) for row in cursor.fetchall())

    assert Draft.objects.get().fields["note"] == NOTE
    assert hits(stored.decode("latin-1")) == []


def test_the_databases_own_log_holds_no_word_even_of_what_it_refuses(walked, marked):
    log = Path(unquote(urlsplit(os.environ["DATABASE_URL"]).hostname or "")) / "postgres.log"
    before = log.read_text(errors="replace").count("violates")
    stranger = worker()

    for broken in ({"user": stranger}, {"ref": marked.client.members.first().ref}):
        with pytest.raises(DatabaseError), transaction.atomic():
            MemberFactory(client=marked.client, name=NAME, tasks=NOTE, **broken)

    text = log.read_text(errors="replace")
    assert text.count("violates") == before + 2
    assert hits(text) == []


def test_neither_the_broker_nor_the_mail_nor_the_workers_log_holds_a_word(
    walked, own_database, tmp_path
):
    mails, log = tmp_path / "mail", tmp_path / "worker.log"
    mails.mkdir()
    broker = redis.Redis.from_url(os.environ["REDIS_URL"])
    app.send_task(ring.name, kwargs={"at": a_working_morning().isoformat()})
    queued = everything_in(broker)
    assert ring.name in queued

    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "paku.celery", "worker", "--concurrency", "1", "-l", "DEBUG"],
            env={**own_database.environment, "EMAIL_URL": f"file://{mails}"}, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        until = time.monotonic() + 60
        while not list(mails.iterdir()):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)
    finally:
        process.terminate()
        process.wait(30)

    sent = "".join(mail.read_text() for mail in mails.iterdir())
    assert Delivery.objects.filter(channel="app").exists()
    assert hits(queued, everything_in(broker), sent, log.read_text()) == []
    assert NAME not in sent


def everything_in(broker: redis.Redis) -> str:
    """Each key and what it holds, whatever its kind."""
    readers: dict[bytes, Any] = {
        b"list": lambda key: broker.lrange(key, 0, -1),
        b"hash": broker.hgetall,
        b"set": broker.smembers,
        b"zset": lambda key: broker.zrange(key, 0, -1),
        b"string": broker.get,
    }
    return str([(key, readers[broker.type(key)](key)) for key in broker.scan_iter()])


def test_the_database_tells_no_values_in_its_log_settings(own_database):
    with psycopg.connect(own_database.environment["DATABASE_URL"]) as line:
        told = dict(
            line.execute("SELECT name, setting FROM pg_settings WHERE name LIKE 'log%'").fetchall()
        )

    assert told["log_error_verbosity"] == "terse"
    assert told["log_parameter_max_length_on_error"] == "0"
    assert told["log_min_error_statement"] == "panic"
    assert (told["log_statement"], told["log_min_duration_statement"]) == ("none", "-1")
