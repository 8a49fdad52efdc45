"""The whole person on one page: own words first, who is who, where the path is, what is agreed, last contacts.

A near-worker has a page of their own at the same address (`narrow.py`).
"""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clients.banner import openings_of
from clients.doors import open_client
from clients.first_look import first_look
from clients.models import Client, OwnWords
from clients.protection import contact_verdict
from network.models import Member, Referral, Step
from network.models.member import shown_to
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from pathways.doors.paths import whose
from pathways.models import PathBreak, Pathway, StageMove, VisitText
from pathways.models.stage import Stage
from pathways.models.visit import VisitTextQuerySet
from pathways.views import narrow

SHOWN = (
    "alerts",
    "picture",
    "own_words",
    "contacts",
    "members",
    "steps",
    "visits",
    "path",
    "breaks",
    "referrals",
)
LAST_VISITS = 3
FIRST_STEPS = 3


@requires(May.READ_CLIENT)
@require_safe
def client(request: Request, ref: UUID) -> HttpResponse:
    """At most fifteen statements, whatever the length of the file."""
    person = open_client(request, ref, sections=SHOWN, part=narrow.SHOWN)
    if person.is_open_in_part:
        return narrow.page_of(request, person)
    moves = list(StageMove.objects.of_newest_path(person))
    path = moves[0].path if moves else None
    steps = list(Step.objects.of(person).open().with_doer().soonest_first())
    reach = contact_verdict(request.user, person)
    members = shown_to(
        Member.objects.of(person).on(request.today).with_home().named(),
        sees_contact=reach is Verdict.YES,
    )
    may = partial(may_now, request.user, person.relations)
    context = {
        "client": person,
        "care": person.care,
        "path": path,
        "stages": ladder(path, moves),
        "look": first_look(person),
        "words": OwnWords.objects.of(person).newest_by_question(),
        "contacts": person.contact_points.all() if reach is Verdict.YES else (),
        "contacts_behind_click": reach is Verdict.CLICK,
        "may_reach": reach.allows,
        "substitute": getattr(person.care, "live_substitute", None),
        "openings": openings_of(person),
        "workers": [m for m in members if m.kind == "worker"],
        "partners": [m for m in members if m.kind == "partner"],
        "close": [m for m in members if m.kind == "close"],
        "steps": steps,
        "more_steps": len(steps) - FIRST_STEPS,
        "visits": _last_visits(request, person, path) if path else (),
        "breaks": PathBreak.objects.in_the_way(path, request.today) if path else (),
        "referrals": Referral.objects.on_the_way_of(person, request.today),
        "may_mark": may(May.MARK_BREAK),
        "may_log": may(May.LOG_VISIT),
        "may_agree": may(May.AGREE_STEP),
        "may_edit": may(May.EDIT_CLIENT),
        "may_edit_network": may(May.EDIT_NETWORK),
        "saved": request.GET.get("saved") == "visit",
    }
    return render(request, "pathways/client/client.html", context)


def _last_visits(request: Request, person: Client, path: Pathway) -> VisitTextQuerySet:
    texts = VisitText.objects.newest().on_path(path)
    return texts.by(whose(request.user, person.relations)).newest_first()[:LAST_VISITS]


def ladder(path: Pathway | None, moves: list[StageMove]) -> list[dict[str, object]]:
    """The five stages for the picture: where the path has been, where it is."""
    if path is None:
        return []
    entered = {move.stage: move.on for move in moves}
    return [
        {
            "value": stage.value,
            "label": stage.label,
            "since": entered.get(stage.value),
            "state": "now" if stage == path.stage else "been" if stage.value in entered else "",
        }
        for stage in Stage
    ]
