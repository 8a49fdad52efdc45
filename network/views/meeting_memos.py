"""The memo at the table: safe from the first letter, agreed on and locked, mended by corrections only."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from network.actions import meeting_memos as deeds
from network.doors import open_meeting, show_meeting
from network.forms.meeting_memos import MemoForm
from network.forms.meetings import CorrectionForm
from network.meetings.table import table_of
from network.models import Meeting
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.drafts import draft_kind, key_of
from paku.saving.models import Draft
from paku.saving.posts import once
from paku.saving.unfinished import unfinished

DRAFT = draft_kind("meeting")


@requires(May.EDIT_PLAN)
def memo(request: Request, ref: UUID) -> HttpResponse:
    """One sheet for all of it; any of the person's own workers goes on with it until it is agreed on."""
    found = open_meeting(request, ref, May.EDIT_PLAN)
    if not found.is_open and request.method != "POST":
        return redirect(found)
    key = key_of(DRAFT, found.ref)
    draft = unfinished(request, key)
    if draft and _seen(draft) != found.saves:
        draft = None  # somebody has saved since: what was typed is given back by the 409 page
    table = table_of(found, today=request.today, with_members=True)
    initial = {**draft.fields, "submission_id": draft.form} if draft else {}
    form = MemoForm(
        request.POST or None, today=request.today, table=table, user=request.user, initial=initial
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _write(request, found, form))
    if request.method == "POST":
        show_meeting(request, found)
    context: dict[str, Any] = {
        "meeting": found, "client": found.client, "form": form, "draft": draft, "draft_key": key,
        "today": request.today,
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "network/meetings/memo.html", context, status=status)


@requires(May.EDIT_PLAN)
def correct_meeting(request: Request, ref: UUID) -> HttpResponse:
    """What was wrong in an agreed memo, and how it is."""
    found = open_meeting(request, ref, May.EDIT_PLAN)
    if not found.is_ready and request.method != "POST":
        return redirect(found)
    form = CorrectionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _correct(request, found, form))
    if request.method == "POST":
        show_meeting(request, found)
    context = {"meeting": found, "client": found.client, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "network/meetings/correct.html", context, status=status)


def _write(request: Request, found: Meeting, form: MemoForm) -> str:
    deeds.write(
        meeting=found,
        memo=form.memo,
        seen=form.cleaned_data["seen"] or 0,
        by=request.user,
        today=request.today,
        finish=form.finishing,
    )
    return found.get_absolute_url()


def _correct(request: Request, found: Meeting, form: CorrectionForm) -> str:
    text = form.cleaned_data["text"]
    deeds.correct(meeting=found, text=text, on=request.today, by=request.user)
    return found.get_absolute_url()


def _seen(draft: Draft) -> int:
    seen = str(draft.fields.get("seen", ""))
    return int(seen) if seen.isdigit() else 0
