"""What no browser sends, on a real line to the product's own application server."""

import gzip
import uuid
from urllib.parse import urlencode

import pytest
from django.conf import settings

from paku.saving.models import Submission
from pathways.models import Visit, VisitText
from tests.desk import Desk
from tests.factories import PathFactory
from tests.paku.bad_inputs.doors import FORM, a_visit
from tests.paku.running_web import running_web, status

NOTE = "Käytiin Kelassa, ja bussi oli myöhässä. " * 300
BOUNDARY = "raja"


class Line:
    """A signed-in worker's browser with a very bad line: `post` makes the whole message."""

    def __init__(self, web) -> None:
        self.web = web
        path = PathFactory()
        self.address = f"/paths/{path.ref}/visits/new/"
        desk = Desk().sit(path.care.own_worker)
        self.secret = desk.get(self.address).context["csrf_token"]
        self.cookie = desk.cookies[settings.SESSION_COOKIE_NAME].value
        self.sheet = str(uuid.uuid4())

    def fields(self) -> list[tuple[str, str]]:
        fields = a_visit(note=NOTE, client_words="", present="client")
        told = {"csrfmiddlewaretoken": self.secret, "submission_id": self.sheet, **fields}
        return [*told.items(), ("text_len", str(len(NOTE.encode()))), ("_end", "1")]

    def body(self, kind: str) -> tuple[bytes, str]:
        if kind == "urlencoded":
            return urlencode(self.fields()).encode(), FORM
        parts = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in self.fields()
        )
        return (
            f"{''.join(parts)}--{BOUNDARY}--\r\n".encode(),
            f"multipart/form-data; boundary={BOUNDARY}",
        )

    def head(self, content_type: str, *more: str, length: int | None = None) -> bytes:
        lines = [
            f"POST {self.address} HTTP/1.1", "Host: 127.0.0.1", "Connection: close",
            f"Cookie: {settings.SESSION_COOKIE_NAME}={self.cookie}", f"Content-Type: {content_type}", *more,
            *([] if length is None else [f"Content-Length: {length}"]), "", "",
        ]  # fmt: skip
        return "\r\n".join(lines).encode()


@pytest.fixture
def line(own_database, tmp_path):
    with running_web(own_database.environment, tmp_path) as web:
        yield Line(web)


def test_bi_201_a_post_cut_anywhere_saves_nothing_and_the_resend_saves_it_once(line):
    for kind in ("urlencoded", "multipart"):
        body, content_type = line.body(kind)
        head = line.head(content_type, length=len(body))
        cuts = [len(body) * part // 20 for part in range(20)] + [len(body) - 2, len(body) - 1]
        for cut in cuts:
            assert line.web.say(head + body[:cut], ends="reset") == b""
            assert status(line.web.say(head + body[:cut], ends="fin")) in {0, 400, 408}, (kind, cut)
    assert (Visit.objects.count(), Submission.objects.count()) == (0, 0)

    body, content_type = line.body("urlencoded")
    answers = [line.web.say(line.head(content_type, length=len(body)) + body) for _ in range(2)]

    assert [status(answer) for answer in answers] == [303, 303]
    assert VisitText.objects.get().note == NOTE.strip()


@pytest.mark.parametrize("kind", ["urlencoded", "multipart"])
def test_a_post_cut_by_something_that_corrects_its_length_saves_nothing(line, kind):
    body, content_type = line.body(kind)
    for part in range(20):
        half = body[: len(body) * part // 20]
        answer = line.web.say(line.head(content_type, length=len(half)) + half)
        assert status(answer) in {400, 403, 422}, part
        if status(answer) == 422 and part:
            assert b"bussi oli my" in answer
    assert (Visit.objects.count(), Submission.objects.count()) == (0, 0)


def test_requests_that_no_browser_sends_are_refused_and_the_server_goes_on(line):
    body, _ = line.body("urlencoded")
    chunk = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    many = body + b"&a=1" * 1001
    packed = gzip.compress(b"note=" + b"a" * 50_000_000)
    cases = {
        "BI-202 1001 fields": (line.head(FORM, length=len(many)) + many, {400}),
        "BI-204 utf-16": (line.head(f"{FORM}; charset=utf-16", length=len(body)) + body, {400, 415}),
        "BI-204 bogus": (line.head(f"{FORM}; charset=bogus", length=len(body)) + body, {400, 415}),
        "BI-206": (line.head(FORM, "Content-Encoding: gzip", length=len(packed)) + packed, {400, 415}),
        "BI-207 two lengths": (
            line.head(FORM, f"Content-Length: {len(body) - 9}", length=len(body)) + body, {0, 400}),
        "BI-207 length and chunks": (
            line.head(FORM, "Transfer-Encoding: chunked", length=5) + chunk, {0, 400}),
        "BI-207 chunk of -1": (line.head(FORM, "Transfer-Encoding: chunked") + b"-1\r\n" + body, {0, 400}),
        "BI-210 header": (line.head(FORM, "X-Long: " + "a" * 65536 * 8, length=len(body)) + body, {0, 400, 431}),
        "BI-210 address": (f"GET /{'a' * 100_000} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode(), {0, 400, 414, 431}),
        "no host": (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", {0, 400}),
        "another host": (b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", {0, 400}),
        "not http": (b"\x16\x03\x01\x02\x00" * 40, {0, 400}),
    }  # fmt: skip

    answers = {name: status(line.web.say(raw)) for name, (raw, _) in cases.items()}

    assert {name: got for name, got in answers.items() if got not in cases[name][1]} == {}
    assert not Visit.objects.exists()
    assert status(line.web.say(line.head(FORM, length=len(body)) + body)) == 303


def test_bi_212_fifty_slow_lines_save_nothing(line):
    body, content_type = line.body("urlencoded")
    slow = [line.web.line() for _ in range(50)]
    for one in slow:
        one.sendall(line.head(content_type, length=len(body)) + body[:10])
    for one in slow:
        one.close()

    assert status(line.web.say(line.head(content_type, length=len(body)) + body)) == 303
    assert Visit.objects.count() == 1


def test_nothing_of_what_was_sent_stands_in_the_servers_log(line):
    body, content_type = line.body("urlencoded")
    line.web.say(line.head(content_type, length=len(body)) + body[:5000], ends="fin")
    line.web.say(line.head(content_type, length=5000) + body[:5000])
    line.web.say(line.head(content_type, length=len(body)) + body)

    log = line.web.log.read_text()
    assert log
    assert not any(told in log for told in ("bussi", "K%C3%A4ytiin"))
