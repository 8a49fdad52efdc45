"""Tapering and what comes after it on one page; the sheet of the plan, and the one of each look."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query, choice
from paku.saving.posts import once
from pathways.actions import tapering as deeds
from pathways.doors.paths import open_path, show_again
from pathways.forms.tapering import LookForm, PlanForm
from pathways.models import CheckIn, Pathway, TaperingPlan
from pathways.models.rhythm import Rhythm
from pathways.models.stage import SETBACKS, Stage

SHOWN = ("tapering",)
SAVED = {
    "plan": _("The plan is saved. Paku reminds when the next step is to be agreed on."),
    "look": _("It is written down. The plan goes on as you agreed."),
    "call": _("The call is written down."),
}


class TaperingQuery(Query):
    """What has just been saved."""

    saved = choice(*SAVED)


@requires(May.READ_PLAN)
@require_safe
def tapering(request: Request, ref: UUID) -> HttpResponse:
    """The plan that holds, the earlier ones, and the calls after support."""
    path = open_path(request, ref, May.READ_PLAN, sections=SHOWN)
    plans = list(TaperingPlan.objects.on_path(path).told())
    may_move = may_now(request.user, path.relations, May.MOVE_PATH) and path.is_open
    context = {
        "path": path,
        "client": path.client,
        "plan": next((plan for plan in plans if plan.is_live), None),
        "earlier": [plan for plan in plans if not plan.is_live],
        "calls": CheckIn.objects.on_path(path).told(),
        "contact": Rhythm.on(request.today).contact(
            stage=path.stage,
            last_contact_on=path.last_contact_on,
            opened_on=path.opened_on,
            agreed=path.promised_days,
        ),
        "may_move": may_move,
        "may_plan": may_move and path.stage == Stage.TAPERING,
        "may_go_back": may_move and path.stage in SETBACKS,
        "has_exit": may_move or path.exits.exists(),
        "saved": SAVED.get(TaperingQuery(request.GET).saved),
    }
    return render(request, "pathways/tapering/tapering.html", context)


@requires(May.MOVE_PATH)
def new_plan(request: Request, ref: UUID) -> HttpResponse:
    """Three to five dated steps, agreed on together; an earlier plan stays as history."""
    path = open_path(request, ref, May.MOVE_PATH, sections=SHOWN)
    live = TaperingPlan.objects.on_path(path).live().first()
    form = PlanForm(request.POST or None, live=live, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _make(request, path, form))
    context = {"form": form, "live": live, "is_possible": path.stage == Stage.TAPERING}
    return _sheet(request, "pathways/tapering/new.html", path, context)


@requires(May.MOVE_PATH)
def look(request: Request, ref: UUID) -> HttpResponse:
    """Was it enough? And what is agreed on now."""
    path = open_path(request, ref, May.MOVE_PATH, sections=SHOWN)
    plan = TaperingPlan.objects.on_path(path).live().told().first()
    if plan is None:
        return redirect(_page(path))
    form = LookForm(request.POST or None, plan=plan, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _look(request, path, plan, form))
    return _sheet(request, "pathways/tapering/look.html", path, {"form": form, "plan": plan})


def _sheet(request: Request, template: str, path: Pathway, context: dict[str, Any]) -> HttpResponse:
    if request.method == "POST":
        show_again(request, path)
    status = 422 if context["form"].is_bound else 200
    return render(
        request, template, {"path": path, "client": path.client, **context}, status=status
    )


def _page(path: Pathway) -> str:
    return reverse("pathways:tapering", args=[path.ref])


def _make(request: Request, path: Pathway, form: PlanForm) -> str:
    data = form.cleaned_data
    deeds.make_plan(
        path=path,
        doses=form.doses,
        looked_on=data["looked_on"],
        client_words=data["client_words"],
        seen=str(data["seen"] or ""),
        on=request.today,
        by=request.user,
    )
    return f"{_page(path)}?saved=plan"


def _look(request: Request, path: Pathway, plan: TaperingPlan, form: LookForm) -> str:
    deeds.look(plan=plan, on=request.today, by=request.user, **form.look)
    if form.cleaned_data["now"] == "exit":
        return reverse("pathways:exit", args=[path.ref])
    return f"{_page(path)}?saved=look"
