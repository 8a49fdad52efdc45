"""Moving a path to another stage."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from network.actions import steps
from network.models import Member
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions import moves
from pathways.actions.borders import tell_border
from pathways.doors.paths import open_path, show_again
from pathways.forms.moves import MoveForm
from pathways.models import BorderSign, Pathway
from pathways.models.stage import Stage


@requires(May.MOVE_PATH)
def move(request: Request, ref: UUID) -> HttpResponse:
    """Choose among the stages that the map allows; the history stays."""
    path = open_path(request, ref, May.MOVE_PATH)
    members = list(Member.objects.of(path.client).on(request.today).with_home().named())
    form = MoveForm(
        request.POST or None,
        path=path,
        members=members,
        user=request.user,
        today=request.today,
        signs=list(BorderSign.objects.on(request.today)),
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _move(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    context = {
        "path": path,
        "client": path.client,
        "form": form,
        "choices": form.offered,
        "borders": form.border.borders,
        "may_exit": path.may_become(Stage.CONTROLLED_EXIT),
    }
    return render(request, "pathways/moves/new.html", context, status=422 if form.is_bound else 200)


def _move(request: Request, path: Pathway, form: MoveForm) -> str:
    made = moves.move_path(path=path, by=request.user, **form.move)
    tell_border(
        move=made,
        evidence=form.border.evidence(made.stage),
        early=form.border.early_answers(made.stage),
        by=request.user,
    )
    for step in form.steps.agreed:
        steps.agree_one(
            client=path.client,
            what=step.what,
            doer=step.doer,
            due_on=step.due_on,
            on=made.on,
            by=request.user,
        )
    return f"{reverse('pathways:path', args=[path.ref])}?saved=move"
