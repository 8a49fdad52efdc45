"""A call after support: its result; and where a step that has a sheet of its own is marked as done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from network.models import Step
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions import check_ins as deeds
from pathways.doors.check_ins import open_check_in, show
from pathways.forms.check_ins import CheckInForm
from pathways.models import CheckIn, TaperingPlan
from pathways.models.stage import Stage


@requires(May.MOVE_PATH)
def check_in(request: Request, ref: UUID) -> HttpResponse:
    """Three taps: reached, a few words, save. The way back to support is one tap away."""
    found = open_check_in(request, ref)
    form = CheckInForm(request.POST or None, check_in=found, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _call(request, found, form))
    if request.method == "POST":
        show(request, found)
    context = {
        "check_in": found,
        "path": found.path,
        "client": found.path.client,
        "form": form,
        "may_go_back": found.path.is_open and found.path.stage == Stage.CONTROLLED_EXIT,
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/check_ins/check_in.html", context, status=status)


def own_sheet(user: Any, step: Step, relations: list[str]) -> str:
    """Where this step is told of, for those who may: the look at lighter support, or the call; "" for any other."""
    if not step.is_open or not can(user, May.MOVE_PATH, relations).allows:
        return ""
    call = CheckIn.objects.open().filter(step=step).first()
    if call is not None:
        return call.get_absolute_url()
    plan = TaperingPlan.objects.live().filter(ask=step).select_related("path").first()
    return reverse("pathways:tapering-look", args=[plan.path.ref]) if plan else ""


def _call(request: Request, found: CheckIn, form: CheckInForm) -> str:
    deeds.call(check_in=found, by=request.user, **form.call)
    return f"{reverse('pathways:tapering', args=[found.path.ref])}?saved=call"
