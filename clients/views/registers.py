"""A register of persons' requests: those that wait with what their clock says of each, then the decided by pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from paku.access.requests import Request
from paku.audit.record import record
from paku.kit.pages import page
from paku.kit.query import Query, cursor

MOST_OPEN = 200


class RegisterQuery(Query):
    """A place among the decided ones."""

    after = cursor()


def show_register(
    request: Request, template: str, *, waiting: Any, decided: Any, deed: str, purpose: str
) -> HttpResponse:
    """The most urgent of those that wait on top, the newest of the decided first."""
    query = RegisterQuery(request.GET)
    open_ones = list(waiting.most_urgent_first()[:MOST_OPEN])
    over = page(decided, order=[("decided_at", "desc"), ("pk", "desc")], after=query.after)
    shown = [one.client.ref for one in (*open_ones, *over.rows)]
    record(deed, by=request.user, clients=shown, purpose=purpose)
    context = {
        "waiting": with_clock(open_ones, request),
        "decided": over.rows,
        "older_url": query.link(after=over.older) if over.older else "",
        "newer_url": query.link(after=over.newer) if over.newer else "",
    }
    return render(request, template, context)


def with_clock(requests: Iterable[Any], request: Request) -> list[dict[str, Any]]:
    """Of requests for the log or for the whole file: days left, days late, and how it is told."""
    return [
        {
            "asked": one,
            "left": one.days_left(request.today),
            "late": -one.days_left(request.today),
            "tone": one.tone(request.today),
        }
        for one in requests
    ]
