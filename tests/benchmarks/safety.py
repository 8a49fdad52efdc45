"""What the second fence and the trail add to a page: the same page with and without, in turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db import connections

import clients.doors
from tests.benchmarks.callers import Caller
from tests.benchmarks.measure import alternate
from tests.benchmarks.row import Row


def price_of_safety(page: str, ours: Caller, rounds: int) -> Iterator[Row]:
    """No ceiling is set for these; they are told (issue: “measure its cost as a ratio and say it”)."""

    def whole() -> bytes:
        return ours.get(page)

    yield Row(
        "fence",
        "client page with row-level security ÷ without",
        0,
        alternate(whole, lambda: _as_owner(whole), rounds=rounds),
    )
    yield Row(
        "trail",
        "client page with its entry ÷ without",
        0,
        alternate(whole, lambda: _without_entry(whole), rounds=rounds),
    )


def _as_owner(page: Callable[[], bytes]) -> bytes:
    """Policies do not hold for the owner of the tables: the same statements without them."""
    application = connections["default"]
    connections["owner"].settings_dict["CONN_MAX_AGE"] = 600  # kept open, as the application's is
    connections["default"] = connections["owner"]
    try:
        return page()
    finally:
        connections["default"] = application


def _without_entry(page: Callable[[], bytes]) -> bytes:
    record = clients.doors.record
    clients.doors.record = lambda *_, **__: None  # type: ignore[assignment,return-value]
    try:
        return page()
    finally:
        clients.doors.record = record
