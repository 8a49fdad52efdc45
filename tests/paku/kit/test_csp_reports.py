"""Browsers tell what the content policy stopped; a log line remains, without a word of any page."""

import json
import uuid
from typing import Any

import pytest

from paku.access.views import browser_reports as page
from paku.kit.csp_reports import LONGEST, MOST_AT_ONCE, NEW, OLD, PerMinute
from tests.desk import Desk

FILE = f"http://testserver/clients/{uuid.uuid4()}/?q=Kanarialintu"
OLD_SHAPE = {
    "csp-report": {
        "document-uri": FILE,
        "referrer": FILE,
        "effective-directive": "script-src-elem",
        "violated-directive": "script-src-elem",
        "blocked-uri": "https://evil.example/steal.js?what=Kanarialintu",
        "script-sample": "alert('Kanarialintu')",
        "original-policy": "default-src 'none'",
    }
}
NEW_SHAPE = [
    {
        "type": "csp-violation",
        "age": 12,
        "url": FILE,
        "user_agent": "Kanarialintu",
        "body": {
            "documentURL": FILE,
            "effectiveDirective": "script-src-elem",
            "blockedURL": "inline",
            "sample": "Kanarialintu",
        },
    }
]


@pytest.fixture(autouse=True)
def limit(monkeypatch):
    monkeypatch.setattr(page, "LIMIT", PerMinute(most=3))


def tell(body: Any, kind: str = OLD, **headers: str) -> int:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Desk().generic("POST", "/csp-reports/", raw, kind, **headers).status_code


@pytest.mark.parametrize(
    ("body", "kind", "blocked"),
    [(OLD_SHAPE, OLD, "https://evil.example"), (NEW_SHAPE, NEW, "inline")],
)
def test_both_shapes_leave_a_line_without_addresses_or_texts(caplog, body, kind, blocked):
    assert tell(body, kind) == 204

    assert caplog.messages == [
        f"content policy: script-src-elem stopped {blocked} on pathways:client"
    ]


def test_it_is_taken_from_anywhere_for_a_browser_sends_it_by_itself(caplog):
    assert tell(OLD_SHAPE, HTTP_SEC_FETCH_SITE="cross-site", HTTP_ORIGIN="null") == 204


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (415, b"x=1", "application/x-www-form-urlencoded"),
        (415, OLD_SHAPE, "application/json"),
        (413, {"csp-report": {"script-sample": "x" * LONGEST}}, OLD),
        (400, b"\xff\xfe", OLD),
        (400, b"[" * 5000, OLD),
        (400, [], OLD),
        (400, {"csp-report": []}, OLD),
        (400, {"csp-report": {"document-uri": FILE}}, OLD),
        (400, {"csp-report": {"document-uri": 5, "effective-directive": "script-src"}}, OLD),
        (
            400,
            {"csp-report": {"document-uri": FILE, "effective-directive": "a\nline of theirs"}},
            OLD,
        ),
        (400, {}, NEW),
        (400, ["x"], NEW),
        (400, NEW_SHAPE * (MOST_AT_ONCE + 1), NEW),
    ],
)
def test_anything_else_is_refused_and_leaves_nothing(caplog, status, body, kind):
    assert tell(body, kind) == status

    assert "content policy" not in caplog.text


@pytest.mark.parametrize(
    "blocked",
    ["https://evil.example/\nfalse line", "Kanarialintu lauloi", "x" * 400, "data:text/html,x"],
)
def test_what_was_blocked_writes_no_line_of_its_own(caplog, blocked):
    tell({"csp-report": {**OLD_SHAPE["csp-report"], "blocked-uri": blocked}})

    assert len(caplog.messages) == 1
    assert "\n" not in caplog.messages[0]
    assert "Kanarialintu" not in caplog.text


def test_a_flood_is_not_written_down(caplog):
    assert [tell(OLD_SHAPE) for _ in range(5)] == [204, 204, 204, 429, 429]

    assert caplog.text.count("content policy") == 3


def test_reports_of_other_things_are_taken_and_forgotten(caplog):
    assert tell([{"type": "deprecation", "body": {"message": "Kanarialintu"}}], NEW) == 204

    assert "content policy" not in caplog.text


def test_it_asks_the_database_nothing():
    desk = Desk()  # without the mark for a database, a statement would fail the test

    assert desk.generic("POST", "/csp-reports/", json.dumps(OLD_SHAPE), OLD).status_code == 204
    assert desk.get("/csp-reports/").status_code == 405
