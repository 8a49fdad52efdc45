"""Logging, reading and correcting a visit."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from network.models import Member
from paku.access.can import can, may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.strict_post import takes_many
from paku.saving.drafts import key_of
from paku.saving.models import Draft, Takeover
from paku.saving.posts import once
from paku.saving.unfinished import unfinished
from pathways.actions import visits
from pathways.doors.paths import is_for, open_path, open_visit, show_again
from pathways.forms.visits import CorrectionForm, NarrowVisitForm, VisitForm
from pathways.models import Pathway, VisitKind, VisitText
from pathways.models.visit_kind import ERRAND


@takes_many("present")
@requires(May.LOG_VISIT)
def new_visit(request: Request, ref: UUID) -> HttpResponse:
    """A sheet for a visit on the path; what was left unfinished about the same path comes back."""
    path = open_path(request, ref, May.LOG_VISIT)
    draft = unfinished(request, key_of("visit", path.ref))
    form = _visit_form(request, path, draft)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _log(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    context = {
        "path": path,
        "client": path.client,
        "form": form,
        "draft": draft,
        "begun": Takeover.objects.handed(request.user, draft.form) if draft else None,
        "draft_key": key_of("visit", path.ref),
        "may_mark": may_now(request.user, path.relations, May.MARK_BREAK),
    }
    return render(
        request, "pathways/visits/new.html", context, status=422 if form.is_bound else 200
    )


@requires(May.READ_VISIT)
@require_safe
def visit(request: Request, ref: UUID) -> HttpResponse:
    """One visit with the client's words first, and its earlier versions."""
    text = open_visit(request, ref)
    old = can(request.user, May.READ_OLD_VISIT, text.relations)
    earlier = text.visit.texts.filter(version__lt=text.version).select_related("author")
    correcting = can(request.user, May.CORRECT_VISIT, text.relations)
    context = {
        "text": text,
        "visit": text.visit,
        "client": text.visit.path.client,
        "earlier": earlier if old.allows and is_for(request.user, old, text.visit) else (),
        "present": text.visit.present.all(),
        "steps": text.visit.steps.select_related("doer", "client"),
        "may_correct": correcting.allows
        and is_for(request.user, correcting, text.visit)
        and not text.is_corrected,
        "may_move": may_now(request.user, text.relations, May.EDIT_PLAN),
        "moved": text.visit.moves.select_related("by").first(),
        "is_mine": text.visit.worker_id == request.user.pk,
        **_errands(request, text),
    }
    return render(request, "pathways/visits/show.html", context)


def _errands(request: Request, text: Any) -> dict[str, Any]:
    """What was done on a visit on which an errand was done together; of other visits nothing is asked."""
    if text.visit.kind.code != ERRAND:
        return {}
    path = text.visit.path
    reads = may_now(request.user, text.relations, May.READ_PLAN)
    writes = may_now(request.user, text.relations, May.AGREE_STEP)
    return {
        "errands": list(text.visit.errands.real().order_by("pk")) if reads else [],
        "may_tell_errand": writes and path.is_open,
    }


@requires(May.CORRECT_VISIT)
def correct_visit(request: Request, ref: UUID) -> HttpResponse:
    """A new version beside the old one."""
    text = open_visit(request, ref, May.CORRECT_VISIT)
    seen = {"note": text.note, "client_words": text.client_words, "version": text.version}
    form = CorrectionForm(request.POST or None, initial=seen)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _correct(request, text, form))
    if request.method == "POST":
        show_again(request, text.visit)
    context = {"text": text, "visit": text.visit, "client": text.visit.path.client, "form": form}
    return render(
        request, "pathways/visits/correct.html", context, status=422 if form.is_bound else 200
    )


def _visit_form(request: Request, path: Any, draft: Draft | None) -> VisitForm:
    """Whoever does not see the network is offered our workers' names only, and agrees on no steps."""
    members = Member.objects.of(path.client).on(request.today).with_home().named()
    initial: dict[str, Any] = {**draft.fields, "submission_id": draft.form} if draft else {}
    is_wide = may_now(request.user, path.relations, May.READ_NETWORK)
    return (VisitForm if is_wide else NarrowVisitForm)(
        request.POST or None,
        initial=initial,
        members=list(members if is_wide else members.of_our_workers()),
        kinds=list(VisitKind.objects.on(request.today)),
        user=request.user,
        today=request.today,
        client_name=path.client.spoken_name,
    )


def _log(request: Request, path: Pathway, form: VisitForm) -> str:
    visits.log_visit(path=path, by=request.user, **form.answers)
    return f"{reverse('pathways:client', args=[path.client.ref])}?saved=visit"


def _correct(request: Request, text: VisitText, form: CorrectionForm) -> str:
    answers = form.answers
    visits.correct_visit(
        visit=text.visit,
        by=request.user,
        seen_version=answers["version"],
        note=answers["note"],
        client_words=answers["client_words"],
        reason=answers["reason"],
    )
    return reverse("pathways:visit", args=[text.visit.ref])
