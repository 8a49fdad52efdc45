"""After the walk: the database server's own log, the broker, the mail and the worker's log."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg
import pytest
import redis
from django.db import DatabaseError, transaction

from paku.celery import app
from paku.reminders.models import Delivery
from paku.reminders.tasks import ring
from tests.factories import MemberFactory, worker
from tests.paku.leaks.canary import NAME, NOTE, hits
from tests.paku.leaks.walking import a_working_morning


def test_the_databases_own_log_holds_no_word_even_of_what_it_refuses(walked):
    log = Path(unquote(urlsplit(os.environ["DATABASE_URL"]).hostname or "")) / "postgres.log"
    before = log.read_text(errors="replace").count("violates")
    client, stranger = walked.marked.client, worker()

    for broken in ({"user": stranger}, {"ref": client.members.first().ref}):
        with pytest.raises(DatabaseError), transaction.atomic():
            MemberFactory(client=client, name=NAME, tasks=NOTE, **broken)

    text = log.read_text(errors="replace")
    assert text.count("violates") == before + 2
    assert hits(text) == []


def test_neither_the_broker_nor_the_mail_nor_the_workers_log_holds_a_word(
    walked, database, tmp_path
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
            env={**database.environment, "EMAIL_URL": f"file://{mails}"}, stdout=out, stderr=out,
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


def test_the_database_tells_no_values_in_its_log_settings(database):
    with psycopg.connect(database.environment["DATABASE_URL"]) as line:
        told = dict(
            line.execute("SELECT name, setting FROM pg_settings WHERE name LIKE 'log%'").fetchall()
        )

    assert told["log_error_verbosity"] == "terse"
    assert told["log_parameter_max_length_on_error"] == "0"
    assert told["log_min_error_statement"] == "panic"
    assert (told["log_statement"], told["log_min_duration_statement"]) == ("none", "-1")
