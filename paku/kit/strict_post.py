"""What comes in is whole, in UTF-8 and said once, or nothing of it is used.

Django by itself saves a broken letter for the bytes `%E4iti`, takes the last of two values, and
answers a post that is too big with a bare page. Here such requests get a plain page (400, 413 or
415) before any session, transaction or view is touched, so nothing that is stored can be harmed. A
browser never sends them; a cut line, a broken proxy or an attacker does. A form with a multi-select
says so on its view: `@takes_many("sections")`.
"""

import logging
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from paku.kit.plain_page import plain_page

log = logging.getLogger(__name__)

LOST = "\ufffd"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

View = TypeVar("View", bound=Callable[..., Any])


def takes_many(*names: str) -> Callable[[View], View]:
    """Mark a view whose form may send these fields more than once."""

    def mark(view: View) -> View:
        view.many_valued = frozenset(names)  # type: ignore[attr-defined]
        return view

    return mark


class StrictInput:
    """Middleware; stands above sessions and the request's transaction."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        fault = _fault_of_head(request) or _fault_of_body(request)
        return _stop(fault) if fault else self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        many: frozenset[str] = getattr(view, "many_valued", frozenset())
        twice = any(len(values) > 1 and name not in many for name, values in request.POST.lists())
        return _stop("twice") if twice else None


def _stop(fault: str) -> HttpResponse:
    log.warning("request stopped: %s", fault)
    return plain_page(fault)


def _fault_of_head(request: HttpRequest) -> str:
    """ "" or the name of what is wrong with the query string and the headers."""
    query = request.META.get("QUERY_STRING", "").encode("latin-1", "replace")
    if not _is_utf8(query):
        return "encoding"
    if (request.content_params or {}).get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        return "charset"
    if "Transfer-Encoding" in request.headers:  # browsers tell the length, and so does our proxy
        return "shape"
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        return "packed"
    return ""


def _fault_of_body(request: HttpRequest) -> str:
    """ "" or the name of what is wrong with the body, which is read here once and for all."""
    if request.method in ("GET", "HEAD"):
        return ""
    try:
        body = request.body
        promised = int(request.META.get("CONTENT_LENGTH") or 0)
        if len(body) < promised:
            return "cut"
        posted = list(request.POST.lists())
    except RequestDataTooBig:
        return "big"
    except UnreadablePostError:
        return "cut"
    except (BadRequest, SuspiciousOperation, MultiPartParserError, ValueError):
        return "shape"
    if request.content_type == FORM and not _is_plain_utf8(body):
        return "encoding"
    suspects = [text for name, values in posted for text in (name, *values) if LOST in text]
    return "encoding" if suspects and _was_damaged(request, body, suspects) else ""


def _was_damaged(request: HttpRequest, body: bytes, suspects: list[str]) -> bool:
    """Django puts U+FFFD for broken bytes. Was it sent as such (a field error later), or made here?"""
    if request.content_type == MULTIPART:
        return any(text.encode() not in body for text in suspects)
    return not _is_utf8(body)


def _is_plain_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(escaped: bytes) -> bool:
    return _is_plain_utf8(unquote_to_bytes(escaped))
