"""One tap back to intensive support; and the four-part question for a path that is in early support already."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions.borders import tell_border
from pathways.actions.moves import move_path
from pathways.doors.paths import open_path, show_again
from pathways.forms.borders import EarlyCheckForm
from pathways.forms.returning import BackForm
from pathways.models import Pathway, StageMove
from pathways.models.stage import SETBACKS, Stage


@requires(May.MOVE_PATH)
def back(request: Request, ref: UUID) -> HttpResponse:
    """Confirmed with the day that is there already; why is told if one wants to."""
    path = open_path(request, ref, May.MOVE_PATH)
    form = BackForm(request.POST or None, path=path, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _back(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    context = {
        "path": path,
        "client": path.client,
        "form": form,
        "is_possible": path.is_open and path.stage in SETBACKS,
    }
    return render(
        request, "pathways/moves/back.html", context, status=422 if form.is_bound else 200
    )


@requires(May.MOVE_PATH)
def early(request: Request, ref: UUID) -> HttpResponse:
    """Of the newest entry to early support; once."""
    path = open_path(request, ref, May.MOVE_PATH)
    move = path.moves.filter(stage=Stage.EARLY_SUPPORT).order_by("-on", "-pk").first()
    if move is None:
        raise Http404
    form = EarlyCheckForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _answer(request, path, move, form))
    if request.method == "POST":
        show_again(request, path)
    context = {
        "path": path,
        "client": path.client,
        "form": form,
        "is_answered": hasattr(move, "early_check"),
        "asked": form.early.rows,
    }
    return render(
        request, "pathways/moves/early.html", context, status=422 if form.is_bound else 200
    )


def _back(request: Request, path: Pathway, form: BackForm) -> str:
    worker = path.care.own_worker
    move_path(
        path=path,
        to=Stage.INTENSIVE_SUPPORT,
        what_next="",
        carried_by=worker.name if worker else request.user.name,
        by=request.user,
        **{name: form.cleaned_data[name] for name in ("on", "why", "seen")},
    )
    return f"{reverse('pathways:path', args=[path.ref])}?saved=move"


def _answer(request: Request, path: Pathway, move: StageMove, form: EarlyCheckForm) -> str:
    tell_border(move=move, early=form.early.answers, by=request.user)
    return f"{reverse('pathways:path', args=[path.ref])}?saved=early"
