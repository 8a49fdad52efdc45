"""One job of papers: how far it is, and the papers when they are there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from network.doors import open_meeting
from network.models import Meeting, PaperBatch
from network.models.paper_batch import LineState
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.idle import by_itself
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query, whole, words

MOST_TURNS = 60  # three minutes; then one looks again by oneself


class TurnQuery(Query):
    """`?turn=3&said=2pace`: how many times the page has asked by itself, and what it says as yet."""

    turn = whole(1, MOST_TURNS, default=1)
    said = words(limit=50)


@requires(May.MAKE_PAPER)
@require_safe
def paper_batch(request: Request, ref: UUID, batch: UUID) -> HttpResponse:
    """What became of each; what is ready is opened from here."""
    found = open_meeting(request, ref, May.MAKE_PAPER)
    made = _batches().filter(meeting=found, ref=batch).select_related("asked_by").first()
    if made is None:
        raise Http404
    made.meeting = found
    context = {
        "meeting": found,
        "client": found.client,
        "batch": made,
        "lines": list(made.lines.with_papers()),
        "turn": 1,
    }
    return render(request, "network/meetings/batch.html", context)


@by_itself
@requires(May.MAKE_PAPER)
@require_safe
def batch_progress(request: Request, ref: UUID, batch: UUID) -> HttpResponse:
    """Asked by the page itself: two numbers, nothing of anybody, so no entry; said anew only when they have changed.
    When all is done, the page comes anew."""
    query = TurnQuery(request.GET)
    meeting: Any = Meeting.objects.known_to(request.user).filter(ref=ref).first()
    if meeting is None or not may_now(request.user, meeting.relations, May.MAKE_PAPER):
        raise Http404
    made = _batches().filter(meeting=meeting, ref=batch).first()
    if made is None:
        raise Http404
    if made.left == 0:
        return HttpResponseClientRefresh()
    made.meeting = meeting
    context = {
        "meeting": meeting,
        "batch": made,
        "turn": query.turn + 1 if query.turn < MOST_TURNS else 0,
        "is_news": query.said != f"{made.done}{made.trouble}",
    }
    return render(request, "network/meetings/batch_asked.html", context)


def _batches() -> Any:
    """With how many papers there are, how many are settled, and how many still to be made."""
    waiting = Q(lines__state=LineState.WAITING)
    done, left = Count("lines", filter=~waiting), Count("lines", filter=waiting)
    return PaperBatch.objects.annotate(total=Count("lines"), done=done, left=left)
