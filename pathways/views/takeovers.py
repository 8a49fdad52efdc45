"""What absent workers have left unfinished, and letting the person's own worker go on with it, by two people."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.models.takeover import TakeoverOutcome
from paku.saving.posts import once
from pathways.actions import takeovers as deeds
from pathways.deeds import Deed
from pathways.doors.paths import open_path, show_again
from pathways.doors.takeovers import open_takeover, show_takeover
from pathways.forms.takeovers import AnswerForm, AskForm
from pathways.models.left_drafts import LeftDraft, left_drafts


@requires(May.TAKE_OVER_DRAFT)
@require_safe
def all_left(request: Request) -> HttpResponse:
    """All that is left in the teams that the user leads, with nothing of what was written."""
    rows = left_drafts(request.user)
    record(Deed.DRAFTS_LEFT_READ, by=request.user, clients={row.path.client.ref for row in rows})
    return render(request, "pathways/takeovers/all.html", {"rows": rows})


@requires(May.TAKE_OVER_DRAFT)
def left_on_path(request: Request, ref: UUID) -> HttpResponse:
    """Of one person: who left what when, who would go on with it, and the button."""
    path = open_path(request, ref, May.TAKE_OVER_DRAFT, deed=Deed.DRAFTS_LEFT_READ)
    rows = left_drafts(request.user, path=path)
    form = AskForm(request.POST or None, rows=rows)
    if form.is_bound and form.is_valid() and (left := form.chosen):
        return once(request, form, lambda: _ask(request, left))
    if request.method == "POST":
        show_again(request, path)
    context = {"path": path, "client": path.client, "rows": rows, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/takeovers/path.html", context, status=status)


@requires(May.LOG_VISIT)
def takeover(request: Request, ref: UUID) -> HttpResponse:
    """What is asked, and the buttons for those whose it is to answer."""
    asked = open_takeover(request, ref)
    form = AnswerForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _answer(request, asked, form))
    if request.method == "POST":
        show_takeover(request, asked)
    context = {
        "asked": asked,
        "path": asked.path,
        "client": asked.path.client,
        "form": form,
        "may_decide": asked.may_decide(request.user, leads=asked.leads),
        "may_withdraw": asked.is_waiting and asked.asked_by_id == request.user.pk,
        "is_mine": asked.receiver_id == request.user.pk,
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/takeovers/takeover.html", context, status=status)


def _ask(request: Request, left: LeftDraft) -> str:
    asked = deeds.ask(left=left, by=request.user, today=request.today)
    return reverse("pathways:takeover", args=[asked.ref])


def _answer(request: Request, asked: Any, form: AnswerForm) -> str:
    about: dict[str, Any] = {"asked": asked, "path": asked.path, "by": request.user}
    match form.cleaned_data["outcome"]:
        case TakeoverOutcome.AGREED:
            deeds.agree(leads=asked.leads, today=request.today, **about)
        case TakeoverOutcome.DECLINED:
            deeds.decline(leads=asked.leads, today=request.today, **about)
        case TakeoverOutcome.WITHDRAWN:
            deeds.withdraw(**about)
    return reverse("pathways:takeover", args=[asked.ref])
