"""My clients, the list that replaces the private spreadsheet; and search, which is a post to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clients.actions.search import note_search
from clients.deeds import Deed
from clients.models.identity_code import code_in, search_typed
from clients.models.search import SHOWN, Hit
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import page
from pathways.forms.board import BoardQuery, SearchForm
from pathways.models.caseload import (
    BY_CONTACT,
    BY_NAME,
    BY_STAGE,
    BY_STEP,
    CaseloadQuerySet,
    open_cares,
)
from pathways.models.ended import ended_of
from pathways.models.rhythm import Rhythm
from pathways.models.rows import Row, board_rows
from pathways.models.stage import Stage

ORDERS = {"step": BY_STEP, "name": BY_NAME, "contact": BY_CONTACT, "stage": BY_STAGE}


@requires(May.LIST_CLIENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def board(request: Request) -> HttpResponse:
    """A post is a search: what is searched for never stands in an address."""
    return search(request) if request.method == "POST" else the_list(request)


def the_list(request: Request) -> HttpResponse:
    """One page of the own clients or of the whole team; those shown are named on the trail."""
    query = BoardQuery(request.GET)
    whole_team = shows_team(request.user, query)
    cares, order = of_team(request.user) if whole_team else of_mine(request.user, query)
    found = page(cares, order=order, after=query.after)
    rows = board_rows(found.rows, Rhythm.on(request.today))
    record(Deed.CLIENTS_LISTED, by=request.user, clients=[row.ref for row in rows])
    context = {
        "query": query,
        "rows": rows,
        "whole_team": whole_team,
        "without_substitute": sum(row.lacks_substitute(request.user) for row in rows),
        **choices(request.user, query, whole_team=whole_team),
    }
    return render(
        request, "pathways/board/board.html", context | links(query, found.newer, found.older)
    )


def search(request: Request) -> HttpResponse:
    """The best matches first among those whom the user may list at all."""
    form = SearchForm(request.POST)
    if not form.is_valid():
        context = {
            "typed": request.POST.get("q", ""),
            "errors": form.errors["q"],
            **rights(request.user),
        }
        return render(request, "pathways/board/search.html", context, status=422)
    asked = form.cleaned_data["q"]
    if not asked:
        return redirect("pathways:board")
    hits = search_typed(request.user, asked)
    rows = rows_of(request, hits[:SHOWN])
    open_ones = {row.care.client_id for row in rows}
    rest = [hit.client_id for hit in hits[:SHOWN] if hit.client_id not in open_ones]
    ended = ended_of(request.user, rest, request.today)
    shown = [*(row.ref for row in rows), *(path.client.ref for path in ended)]
    note_search(asked=asked, shown=shown, by=request.user)
    context = {
        "typed": "" if code_in(request.user, asked) else asked,  # a code is not said again
        "rows": rows,
        "ended": ended,
        "may_end": request.user.may(May.END_PATH),
        "is_more": len(hits) > SHOWN,
        "most": SHOWN,
        **rights(request.user),
    }
    return render(request, "pathways/board/search.html", context)


def rows_of(request: Request, hits: Sequence[Hit]) -> list[Row]:
    """The hits as rows of the same list, each read through the rule of the list; the best first, then by name."""
    place = {hit.client_id: -(hit.nearness + hit.same_phone + hit.same_birth) for hit in hits}
    cares = (
        open_cares().listed_for(request.user).of_clients(list(place))
        if hits
        else open_cares().none()
    )
    found = cares.with_people().with_path().with_next_step().marked_open_to(request.user)
    best = sorted(found, key=lambda care: (place[care.client_id], care.client.sort_key))
    return board_rows(best, Rhythm.on(request.today)) if best else []


def of_mine(user: Any, query: BoardQuery) -> tuple[CaseloadQuerySet, Any]:
    """Own worker's, pair's, substitute's, student's and near-worker's clients; a near-worker's open in part."""
    cares = open_cares().related_to(user).with_people().with_path()
    if not user.has_own_clients:
        return cares.marked_open_to(user), BY_NAME
    narrowed = cares.in_stage(query.stage).with_next_step().with_substitute()
    return narrowed.marked_open(), ORDERS[query.sort]


def of_team(user: Any) -> tuple[CaseloadQuerySet, Any]:
    """By name only: an order by stage or step would tell of files that are not open to the reader."""
    return open_cares().listed_for(user).with_people().with_path().with_next_step().marked_open_to(
        user
    ), BY_NAME


def shows_team(user: Any, query: BoardQuery) -> bool:
    """A supervisor has no clients of their own, so begins with the team's; a near-worker has no team to list."""
    return bool(user.teams_listed_whole) and (query.who == "team" or not user.has_own_clients)


def rights(user: Any) -> dict[str, Any]:
    return {
        "may_create": user.may(May.CREATE_CLIENT),
        "may_merge": user.may(May.MERGE_CLIENTS),
        "is_reader": user.has_own_clients,
        "opens_part": user.sees_parts_only,
        "reason_teams": user.teams_listed_whole,
        "may_break_glass": user.may(May.BREAK_GLASS),
    }


def choices(user: Any, query: BoardQuery, *, whole_team: bool) -> dict[str, Any]:
    """What the page offers; nothing is offered that would not work."""
    both = user.has_own_clients and user.teams_listed_whole
    scopes = [
        {"url": query.link(who="mine"), "label": _("My clients"), "current": not whole_team},
        {"url": BoardQuery().link(who="team"), "label": _("Whole team"), "current": whole_team},
    ]
    sorts = [
        ("step", _("next step")),
        ("name", _("name")),
        ("contact", _("last contact")),
        ("stage", _("stage")),
    ]
    return {
        **rights(user),
        "scopes": scopes if both else [],
        "stages": Stage.choices,
        "sorts": sorts,
    }


def links(query: BoardQuery, newer: str | None, older: str | None) -> dict[str, str]:
    """Addresses of the pages before and after; empty at the ends."""
    return {
        "newer_url": query.link(after=newer) if newer else "",
        "older_url": query.link(after=older) if older else "",
    }
