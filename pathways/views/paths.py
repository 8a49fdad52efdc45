"""The path on one page: the picture and the same in a table, the visits along it, what is agreed."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from clients.models import Client, OwnWords
from network.models import Referral, Step
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.pages import Order, page
from paku.kit.query import Query, choice, cursor
from pathways.doors.paths import newest_path, open_path, whose
from pathways.models import ClockRun, PathBreak, ThisWorked, Visit, VisitText
from pathways.models.open_loops import open_loops
from pathways.models.pair_summary import columns_of_the_path, read_summary
from pathways.picture import path_picture, stretches
from pathways.views.along import along, marks_of, moves_of

SHOWN = ("own_words", "path", "visits", "steps", "breaks", "referrals", "pair_work")
NEWEST_FIRST: Order = (("visit__on", "desc"), ("visit_id", "desc"))
WIDE, NARROW = 760, 288


SAVED = {
    "move": _("The move is saved. The whole way here stays as it was."),
    "early": _("The answers are saved."),
    "end": _("The end is saved. Everything on the path stays readable, and the door is open."),
    "clock": _("The clock runs. Paku reminds you before its day."),
    "clock_over": _("It is written down."),
    "return": _("Welcome back is written down: a new path goes on from the old one."),
}


class PathQuery(Query):
    """Where in the visits one is; and what has just been saved."""

    after = cursor()
    saved = choice(*SAVED)


@requires(May.READ_CLIENT)
@require_safe
def newest(request: Request, ref: UUID) -> HttpResponse:
    """From the client to their path; without one, to the client's own page. What is then opened leaves its entry."""
    found = newest_path(request, ref)
    return redirect(found or reverse("pathways:client", args=[ref]))


@requires(May.READ_CLIENT)
@require_safe
def path(request: Request, ref: UUID) -> HttpResponse:
    """At most fourteen statements, whatever the length of the path."""
    shown = open_path(request, ref, sections=SHOWN)
    query = PathQuery(request.GET)
    reads = may_now(request.user, shown.relations, May.READ_REPORTS)
    paired = columns_of_the_path(shown.client, with_reports=reads)
    moves = list(moves_of(shown, get_language() or "fi", request.today).annotate(**paired))
    footsteps = [*Visit.objects.on_path(shown).values_list("on", "met", named=True)]
    texts = VisitText.objects.newest().on_path(shown).by(whose(request.user, shown.relations))
    visits = page(texts, order=NEWEST_FIRST, after=query.after)
    found = stretches(shown, moves, footsteps, request.today)
    breaks = PathBreak.objects.along(shown, request.today)
    real = [one for one, _days in breaks if not one.is_mistake]
    open_steps = Step.objects.of(shown.client).open().with_doer().soonest_first()
    steps = list(open_steps.select_related("doer__organisation"))
    loops = open_loops(steps, shown.care.own_worker_id, request.today)
    marks = marks_of(moves)
    draw = partial(
        path_picture, shown, moves, footsteps, request.today, breaks=real, loops=loops, marks=marks
    )
    context = {
        "path": shown,
        "client": shown.client,
        "words": newest_words(shown.client),
        "days_now": shown.days_in_stage(request.today),
        "wide": draw(width=WIDE),
        "narrow": draw(width=NARROW),
        "stretches": found,
        "visits": visits.rows,
        "newer_url": query.link(after=visits.newer) if visits.newer else "",
        "older_url": query.link(after=visits.older) if visits.older else "",
        "steps": steps,
        "loops": loops,
        "referrals": Referral.objects.on_the_way_of(shown.client, request.today),
        "pair_work": read_summary(moves[0] if moves else None),
        "may_read_reports": reads,
        "breaks": breaks,
        "marks": marks,
        "worked": ThisWorked.objects.on_path(shown).told(),
        "runs": ClockRun.objects.on_path(shown).running().told(),
        "may_agree": may_now(request.user, shown.relations, May.AGREE_STEP),
        "may_mark": may_now(request.user, shown.relations, May.MARK_BREAK),
        "may_log": may_now(request.user, shown.relations, May.LOG_VISIT),
        "may_move": may_now(request.user, shown.relations, May.MOVE_PATH),
        "saved": SAVED.get(query.saved) if not query.after else None,
        **along(shown, found, footsteps, request.user, request.today),
    }
    return render(request, "pathways/path/path.html", context)


def newest_words(client: Client) -> OwnWords | None:
    """What the person said last, to whichever question: it stands first on the page."""
    return max(
        OwnWords.objects.of(client).newest_by_question(),
        key=lambda words: words.said_on,
        default=None,
    )
