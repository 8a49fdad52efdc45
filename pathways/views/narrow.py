"""The near-worker's page of a client named to them: who answers for the person, and one's own work with them.

Own words, plan, papers, close persons and what others have written are not fetched here at all.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from clients.protection import sees_contact
from network.models import Member, Step
from paku.access.requests import Request
from paku.kit.pages import page
from paku.kit.query import Query, choice, cursor
from pathways.models import Pathway, VisitText
from pathways.views.paths import NEWEST_FIRST

SHOWN = ("contacts", "members", "steps", "visits")


class NarrowQuery(Query):
    """Where in one's own visits one is; and what has just been saved."""

    after = cursor()
    saved = choice("visit")


def page_of(request: Request, person: Any) -> HttpResponse:
    """`person` as `open_client` gave it. At most twelve statements, whatever the length of the file."""
    query = NarrowQuery(request.GET)
    path = Pathway.objects.newest_of(person)
    texts = VisitText.objects.newest_words_of(request.user).on_path(path) if path else None
    visits = page(texts, order=NEWEST_FIRST, after=query.after) if texts is not None else None
    context = {
        "client": person,
        "care": person.care,
        "substitute": getattr(person.care, "live_substitute", None),
        "path": path,
        "days_now": path.days_in_stage(request.today) if path else 0,
        "may_reach": sees_contact(request.user, person),
        "workers": Member.objects.of(person).on(request.today).of_our_workers().named(),
        "steps": Step.objects.of(person)
        .open()
        .whose_doer_is(request.user)
        .with_doer()
        .soonest_first(),
        "visits": visits.rows if visits else (),
        "newer_url": query.link(after=visits.newer) if visits and visits.newer else "",
        "older_url": query.link(after=visits.older) if visits and visits.older else "",
        "saved": query.saved == "visit" and not query.after,
    }
    return render(request, "pathways/narrow/narrow.html", context)
