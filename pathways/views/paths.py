"""The path on one page: the picture and the same in a table, the visits along it, what is agreed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.models import Client, OwnWords
from network.models import Step
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.pages import Order, page
from paku.kit.query import Query, choice, cursor
from pathways.doors import newest_path, open_path, whose
from pathways.models import Visit, VisitText
from pathways.picture import path_picture, stretches

SHOWN = ("own_words", "path", "visits", "steps")
NEWEST_FIRST: Order = (("visit__on", "desc"), ("visit_id", "desc"))
WIDE, NARROW = 760, 288


class PathQuery(Query):
    """Where in the visits one is; and what has just been saved."""

    after = cursor()
    saved = choice("move")


@requires(May.READ_CLIENT)
@require_safe
def newest(request: Request, ref: UUID) -> HttpResponse:
    """From the client to their path; without one, to the client's own page. What is then opened leaves its entry."""
    found = newest_path(request, ref)
    return redirect(found or reverse("pathways:client", args=[ref]))


@requires(May.READ_CLIENT)
@require_safe
def path(request: Request, ref: UUID) -> HttpResponse:
    """At most twelve statements, whatever the length of the path."""
    shown = open_path(request, ref, sections=SHOWN)
    query = PathQuery(request.GET)
    moves = list(shown.moves.select_related("by"))
    footsteps = [*Visit.objects.on_path(shown).values_list("on", "met", named=True)]
    texts = VisitText.objects.newest().on_path(shown).by(whose(request.user, shown.relations))
    visits = page(texts, order=NEWEST_FIRST, after=query.after)
    context = {
        "path": shown,
        "client": shown.client,
        "words": newest_words(shown.client),
        "days_now": shown.days_in_stage(request.today),
        "wide": path_picture(shown, moves, footsteps, request.today, width=WIDE),
        "narrow": path_picture(shown, moves, footsteps, request.today, width=NARROW),
        "stretches": stretches(shown, moves, footsteps, request.today),
        "visits": visits.rows,
        "newer_url": query.link(after=visits.newer) if visits.newer else "",
        "older_url": query.link(after=visits.older) if visits.older else "",
        "steps": Step.objects.of(shown.client).open().with_doer().soonest_first(),
        "may_log": may_now(request.user, shown.relations, May.LOG_VISIT),
        "may_move": may_now(request.user, shown.relations, May.MOVE_PATH),
        "saved": query.saved == "move" and not query.after,
    }
    return render(request, "pathways/path/path.html", context)


def newest_words(client: Client) -> OwnWords | None:
    """What the person said last, to whichever question: it stands first on the page."""
    return max(
        OwnWords.objects.of(client).newest_by_question(),
        key=lambda words: words.said_on,
        default=None,
    )
