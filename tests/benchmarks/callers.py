"""Calling a whole Django application in this process, as a server would: environ in, bytes out."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

from django.core.handlers.wsgi import WSGIHandler
from django.test.utils import override_settings

Start = Callable[[str, list[tuple[str, str]]], object]


class Caller:
    """One application with one signed-in session. `floor=True` is the bare stack of floor.py."""

    def __init__(self, session_key: str, *, floor: bool) -> None:
        from django.conf import settings

        from tests.benchmarks import floor as bare

        self.cookie = f"{settings.SESSION_COOKIE_NAME}={session_key}"
        with override_settings(**({"MIDDLEWARE": bare.MIDDLEWARE} if floor else {})):
            self.app = WSGIHandler()

    def get(self, path: str) -> bytes:
        return self._call("GET", path, b"")

    def post(self, path: str, fields: dict[str, Any]) -> bytes:
        return self._call("POST", path, urlencode(fields, doseq=True).encode())

    def _call(self, method: str, path: str, body: bytes) -> bytes:
        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "HTTP_HOST": "testserver",
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "HTTP_COOKIE": self.cookie,
            "REMOTE_ADDR": "127.0.0.1",
        }
        self.status = ""
        parts: Iterable[bytes] = self.app(environ, self._start)
        content = b"".join(parts)
        if not self.status.startswith(("2", "3")):
            raise RuntimeError(f"{method} {path}: {self.status}")
        return content

    def _start(self, status: str, headers: list[tuple[str, str]], *_: object) -> None:
        self.status = status
        self.headers = headers
