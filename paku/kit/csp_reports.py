"""What a browser reports when our content policy stopped something, reduced to what holds no content.

Two shapes are known: `report-uri` (application/csp-report) and the Reporting API (application/reports+json).
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

LONGEST = 8 * 1024
MOST_AT_ONCE = 10
OLD, NEW = "application/csp-report", "application/reports+json"
DIRECTIVE = re.compile(r"[a-z-]{3,30}")


class NotAReport(Exception):
    """Neither of the two shapes."""


@dataclass(frozen=True)
class Report:
    """Which rule stopped what, on which of our pages: by the page's name, for its address names a person's file."""

    directive: str
    blocked: str
    page: str

    def __str__(self) -> str:
        return f"{self.directive} stopped {self.blocked} on {self.page}"


def read_reports(raw: bytes, content_type: str) -> list[Report]:
    """Violations told in the body; `NotAReport` for anything else."""
    try:
        told = json.loads(raw.decode("utf-8"))
        return [_report(*names) for names in _bodies(told, content_type)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotAReport from error


def _bodies(told: Any, content_type: str) -> Iterator[tuple[Any, Any, Any]]:
    """(directive, blocked address, our page's address) of each violation."""
    if content_type == OLD:
        body = told["csp-report"]
        directive = body.get("effective-directive") or body["violated-directive"]
        yield directive, body.get("blocked-uri", ""), body["document-uri"]
        return
    if content_type != NEW or not isinstance(told, list) or len(told) > MOST_AT_ONCE:
        raise NotAReport
    for one in told:
        if one["type"] == "csp-violation":
            body = one["body"]
            yield body["effectiveDirective"], body.get("blockedURL", ""), body["documentURL"]


def _report(directive: str, blocked: str, page: str) -> Report:
    rule = directive.partition(" ")[0]
    if not DIRECTIVE.fullmatch(rule):
        raise NotAReport
    return Report(rule, _source(blocked), _page(page))


def _source(blocked: str) -> str:
    """`inline`, `eval`, a scheme, or scheme and host: never a path or a query."""
    parts = urlsplit(blocked)
    found = f"{parts.scheme}://{parts.hostname}" if parts.hostname else parts.scheme or blocked
    return found if re.fullmatch(r"[a-z0-9.:/_-]{1,100}", found) else "something"


def _page(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return "an unknown page"


@dataclass
class PerMinute:
    """Lets so many through in a minute; for each process, in memory: no stranger fills a table of ours."""

    most: int
    _minute: int = 0
    _count: int = 0
    _lock: Any = field(default_factory=Lock)

    def takes(self, number: int = 1) -> bool:
        with self._lock:
            minute = int(time.monotonic() // 60)
            if minute != self._minute:
                self._minute, self._count = minute, 0
            self._count += number
            return self._count <= self.most
