"""Problem spots of paths, and what is done about them. No client is shown, so no page here leaves an entry."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.half_years import HalfQuery, chosen, half_page, last_told
from paku.saving.posts import once
from pathways.actions.improvements import agree_improvement, change_improvement
from pathways.forms.improvements import ImprovementForm, NewImprovementForm, SpotQuery
from pathways.models import Improvement
from pathways.models.problem_spots import Spot, board_of, names, problem_spots, seen_in_area
from pathways.models.workers import workers_of


@requires(May.READ_SUMS)
@require_safe
def spots(request: Request) -> HttpResponse:
    """As many statements for one spot and one improvement as for ten."""
    half, page = half_page(HalfQuery(request.GET), request.today)
    named = names()
    context = {
        **page,
        "spots": problem_spots(half.since, page["until"], named),
        "seen": seen_in_area(request.user, half.since, page["until"], named),
        "improvements": board_of(Improvement.objects.on_board(), last_told(request.today)),
        "may_improve": request.user.may(May.IMPROVE),
        "today": request.today,
    }
    return render(request, "pathways/improvements/spots.html", context)


@requires(May.IMPROVE)
def new_improvement(request: Request) -> HttpResponse:
    """Of a problem spot that is told, or of something else; then nothing is counted."""
    query = SpotQuery(request.GET)
    spot = _spot(request, query)
    form = NewImprovementForm(request.POST or None, **_people(request))
    if form.is_bound and form.is_valid() and form.stands_by(spot, is_wanted=bool(query.spot)):
        return once(request, form, lambda: _agree(request, form, spot))
    context = {"form": form, "spot": spot}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/improvements/new.html", context, status=status)


@requires(May.IMPROVE)
def edit_improvement(request: Request, ref: UUID) -> HttpResponse:
    """How far it is, and what was changed."""
    row = get_object_or_404(
        Improvement.objects.select_related("owner", "kind", "municipality"), ref=ref
    )
    form = ImprovementForm(request.POST or None, improvement=row, **_people(request))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _change(request, row, form))
    context = {"form": form, "improvement": row}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/improvements/edit.html", context, status=status)


def _people(request: Request) -> dict[str, Any]:
    teams = request.user.teams_where(May.IMPROVE)
    return {
        "owners": workers_of(teams, request.today),
        "user": request.user,
        "today": request.today,
    }


def _spot(request: Request, query: SpotQuery) -> Spot | None:
    """Found among those that are told: a cell that is hidden cannot be asked for."""
    if not query.spot:
        return None
    half = chosen(query.half, request.today)
    told = problem_spots(half.since, half.told_until(request.today), names())
    return next((one for one in told if one.key == query.spot), None)


def _agree(request: Request, form: NewImprovementForm, spot: Spot | None) -> str:
    where = (
        {"kind": spot.kind, "actor": spot.actor, "municipality": spot.municipality} if spot else {}
    )
    agree_improvement(by=request.user, **form.told, **where)
    return _back(request)


def _change(request: Request, row: Improvement, form: ImprovementForm) -> str:
    change_improvement(improvement=row, by=request.user, **form.told)
    return _back(request)


def _back(request: Request) -> str:
    messages.success(request, _("Saved."))
    return reverse("pathways:problem-spots")
