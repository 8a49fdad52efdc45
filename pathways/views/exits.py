"""A controlled exit: the checklist, saved by and by, and the move that goes through it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.models import Member
from network.models.member import MemberKind
from network.who_may_know import who_may_know
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query, choice
from paku.reminders.models import Clock
from paku.saving.posts import once
from pathways.actions import exits as deeds
from pathways.actions.borders import tell_border
from pathways.doors.paths import open_path, show_again
from pathways.forms.exits import ExitForm, ExitMoveForm
from pathways.models import BorderSign, CheckIn, ExitReview, Pathway
from pathways.models.return_ticket import CLOCK, WHEN_NO_CLOCK
from pathways.models.stage import Stage

SHOWN = ("tapering",)
TOPIC = "path"  # what the network is told of at an exit, as papers and consents name it
SAVED = {
    "list": _("The list is saved. You may go on with it whenever you like."),
    "move": _("The path is now in a controlled exit, and the calls are agreed on."),
}


class ExitQuery(Query):
    """What has just been saved."""

    saved = choice(*SAVED)


@requires(May.READ_PLAN)
def exit_sheet(request: Request, ref: UUID) -> HttpResponse:
    """Read by those who read plans; filled in by those who move the path."""
    right = May.MOVE_PATH if request.method == "POST" else May.READ_PLAN
    path = open_path(request, ref, right, sections=SHOWN)
    review = newest_of(path)
    form = ExitForm(request.POST or None, review=review)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _save(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    may_move = path.is_open and may_now(request.user, path.relations, May.MOVE_PATH)
    calls = list(CheckIn.objects.on_path(path).told())
    context = {
        "path": path,
        "client": path.client,
        "form": form,
        "review": review,
        "calls": calls,
        "may_move": may_move,
        "may_ask_quality": path.is_open and may_now(request.user, path.relations, May.EDIT_PLAN),
        "may_go": may_move and path.may_become(Stage.CONTROLLED_EXIT),
        "is_there": path.stage == Stage.CONTROLLED_EXIT,
        "may_end": may_now(request.user, path.relations, May.END_PATH) and path.is_open,
        "is_walked": bool(calls) and not any(one.is_open for one in calls),
        "known": _network(request, path),
        "ticket_days": Clock.objects.days(request.today).get(CLOCK, WHEN_NO_CLOCK),
        "saved": SAVED.get(ExitQuery(request.GET).saved),
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/exits/exit.html", context, status=status)


@requires(May.MOVE_PATH)
def exit_move(request: Request, ref: UUID) -> HttpResponse:
    """What speaks for it, what is still open, and the days of the calls."""
    path = open_path(request, ref, May.MOVE_PATH, sections=SHOWN)
    review = newest_of(path)
    form = ExitMoveForm(
        request.POST or None,
        path=path,
        open_matters=deeds.open_matters(review),
        wants_calls=deeds.wants_calls(review),
        signs=list(BorderSign.objects.on(request.today)),
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _move(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    context = {
        "path": path,
        "client": path.client,
        "form": form,
        "review": review,
        "border": form.border.borders[0],
        "is_possible": path.may_become(Stage.CONTROLLED_EXIT),
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/exits/move.html", context, status=status)


def newest_of(path: Pathway) -> ExitReview | None:
    """The live sheet; of an ended path the last one."""
    sheets = path.exits.prefetch_related("items__by").order_by("-pk")
    found: ExitReview | None = (sheets.filter(ended_on=None) if path.is_open else sheets).first()
    return found


def _network(request: Request, path: Pathway) -> list[Any]:
    """Partners and close persons, and what the ledger of consents says of each."""
    around = Member.objects.of(path.client).on(request.today).exclude(kind=MemberKind.WORKER)
    members = list(around.with_home().named())
    return who_may_know(path.client, members, TOPIC, request.today) if members else []


def _save(request: Request, path: Pathway, form: ExitForm) -> str:
    deeds.save_exit(path=path, on=request.today, by=request.user, **form.told)
    return f"{reverse('pathways:exit', args=[path.ref])}?saved=list"


def _move(request: Request, path: Pathway, form: ExitMoveForm) -> str:
    move = deeds.go_to_exit(path=path, by=request.user, **form.exit)
    evidence = form.border.evidence(Stage.CONTROLLED_EXIT)
    tell_border(move=move, evidence=evidence, by=request.user)
    return f"{reverse('pathways:exit', args=[path.ref])}?saved=move"
