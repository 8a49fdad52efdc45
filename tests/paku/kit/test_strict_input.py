"""What the gate lets through, and what it stops before anything is touched."""

import gzip
from io import BytesIO
from urllib.parse import quote_plus

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from paku.kit.strict_post import FORM, StrictInput, takes_many

TOO_BIG = b"note=" + b"a" * (8 * 1024 * 1024)


class Gate:
    """The middleware before a view that keeps what reached it."""

    def __init__(self, view=None) -> None:
        self.reached: HttpRequest | None = None
        self.view = view or (lambda request: None)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        def inside(request: HttpRequest) -> HttpResponse:
            stopped = middleware.process_view(request, self.view, (), {})
            if stopped is None:
                self.reached = request
            return stopped or HttpResponse("inside")

        middleware = StrictInput(inside)
        return middleware(request)


def post(raw: bytes, content_type: str = FORM, **headers: str) -> HttpRequest:
    return RequestFactory().generic("POST", "/", raw, content_type=content_type, **headers)


def multipart(value: bytes, name: bytes = b"note") -> HttpRequest:
    raw = (
        b'--x\r\nContent-Disposition: form-data; name="'
        + name
        + b'"\r\n\r\n'
        + value
        + b"\r\n--x--\r\n"
    )
    return post(raw, "multipart/form-data; boundary=x")


def cut(raw: bytes, promised: int) -> HttpRequest:
    """A post whose line broke: the server promised more bytes than it has."""
    return post(raw, **{"CONTENT_LENGTH": str(promised), "wsgi.input": BytesIO(raw)})


BROKEN_BYTES = [b"\xe4iti", b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80"]


@pytest.mark.parametrize("raw", BROKEN_BYTES)
def test_broken_letters_are_stopped_however_they_come(raw: bytes):
    gate = Gate()
    for request in (
        post(b"note=" + quote_plus(raw).encode()),
        post(b"note=" + raw),
        post(quote_plus(raw).encode() + b"=1"),
        multipart(raw),
        RequestFactory().get("/?q=" + quote_plus(raw)),
    ):
        answer = gate(request)

        assert answer.status_code == 400
        assert "\ufffd" not in answer.content.decode()
        assert gate.reached is None


@pytest.mark.parametrize("text", ["äiti ✓ 👩", "\ufffd", "100 % + 50 %E4", "a\x00b", ""])
def test_whole_letters_pass_unchanged(text: str):
    for request in (post(b"note=" + quote_plus(text).encode()), multipart(text.encode())):
        gate = Gate()

        assert gate(request).content == b"inside"
        assert gate.reached.POST["note"] == text


def test_a_million_letters_pass_so_that_the_form_can_give_them_back():
    text = "ä" * 1_000_000
    for request in (post(b"note=" + quote_plus(text).encode()), multipart(text.encode())):
        gate = Gate()

        assert gate(request).status_code == 200
        assert gate.reached.POST["note"] == text


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (lambda: post(TOO_BIG), 413),
        (lambda: multipart(b"a" * (8 * 1024 * 1024)), 413),
        (lambda: cut(b"note=who", promised=400), 400),
        (lambda: post(b"note=1&" * 1001), 400),
        (lambda: post(b"note=a&note=b"), 400),
        (lambda: post(b"note=a", f"{FORM}; charset=bogus"), 400),
        (lambda: post("note=ä".encode("utf-16"), f"{FORM}; charset=utf-16"), 400),
        (lambda: post(gzip.compress(b"note=a"), HTTP_CONTENT_ENCODING="gzip"), 415),
        (lambda: post(b"--x--", "multipart/form-data"), 400),
    ],
    ids=[
        "big",
        "big multipart",
        "cut",
        "1001 fields",
        "twice",
        "bogus",
        "utf-16",
        "packed",
        "no boundary",
    ],
)
def test_what_is_not_a_browsers_whole_message_gets_a_plain_page(request_, status: int):
    gate = Gate()

    answer = gate(request_())

    assert answer.status_code == status
    assert "<h1>" in answer.content.decode()
    assert gate.reached is None


def test_a_form_with_a_multi_select_says_so():
    @takes_many("sections")
    def view(request):
        return None

    assert Gate(view)(post(b"sections=a&sections=b")).status_code == 200
    assert Gate(view)(post(b"note=a&note=b")).status_code == 400


def test_the_page_says_nothing_of_what_was_sent(caplog):
    answer = Gate()(post(b"salaisuus=%E4"))

    assert "salaisuus" not in answer.content.decode() + caplog.text
    assert "encoding" in caplog.text
