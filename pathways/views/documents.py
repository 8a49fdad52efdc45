"""Assessment, plan and review: one page of all, reading, following with a new version, and the official record."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import open_client
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions import documents
from pathways.deeds import Deed
from pathways.doors.documents import KINDS, open_document, show
from pathways.forms.documents.following import FollowForm, MovedForm
from pathways.models import Pathway
from pathways.models.document import Document
from pathways.models.document_told import plain_text, told
from pathways.models.special_support import is_needed, lacks_social_worker


@requires(May.READ_PLAN)
@require_safe
def plan_page(request: Request, ref: UUID) -> HttpResponse:
    """The newest of each kind, and what was before; one statement for each kind, whatever their number."""
    client = open_client(
        request, ref, May.READ_PLAN, deed=Deed.DOCUMENTS_LISTED, sections=("plan",)
    )
    rows = [
        (
            model,
            list(model.objects.of(client).without_texts().select_related("ready_by", "edited_by")),
        )
        for model in KINDS.values()
    ]
    path = Pathway.objects.open().filter(client=client).first()
    context = {
        "client": client,
        "path": path,
        "kinds": [_listed(model, found) for model, found in rows],
        "may_edit": path is not None and may_now(request.user, client.relations, May.EDIT_PLAN),
        "today": request.today,
    }
    return render(request, "pathways/documents/plan.html", context)


@requires(May.READ_PLAN)
@require_safe
def document(request: Request, ref: UUID, kind: str) -> HttpResponse:
    """One document, the person's own words first under each heading."""
    found = open_document(request, kind, ref)
    others = KINDS[kind].objects.filter(thread=found.thread).exclude(pk=found.pk).without_texts()
    versions = list(others.select_related("ready_by", "edited_by").order_by("-version"))
    newer = [one for one in versions if one.version > found.version]
    context = {
        **_about(found),
        "parts": told(found),
        "versions": versions,
        "newer": newer[0] if newer else None,
        "may_edit": may_now(request.user, found.relations, May.EDIT_PLAN),
        "drop_url": reverse(f"pathways:drop-{kind}", args=[found.ref]),
        "wants_social_worker": is_needed(found) and lacks_social_worker(found.path, request.today),
    }
    return render(request, "pathways/documents/document.html", context)


@requires(May.EDIT_PLAN)
def follow(request: Request, ref: UUID, kind: str) -> HttpResponse:
    """Why a new version is made; the ready one stays as it is."""
    found = open_document(request, kind, ref, May.EDIT_PLAN)
    form = FollowForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _follow(request, found, form))
    if request.method == "POST":
        show(request, found)
    context = {**_about(found), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/documents/follow.html", context, status=status)


@requires(May.EDIT_PLAN)
def official(request: Request, ref: UUID, kind: str) -> HttpResponse:
    """The text to be copied to the official record, and the mark that it stands there."""
    found = open_document(request, kind, ref, May.EDIT_PLAN)
    form = MovedForm(request.POST or None, today=request.today, ready_on=found.ready_on)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _move(request, found, form))
    if request.method == "POST":
        show(request, found)
    text = plain_text(found, name=found.client.name) if found.is_ready else ""
    context = {**_about(found), "form": form, "text": text}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/documents/official.html", context, status=status)


def _about(found: Document) -> dict[str, object]:
    return {
        "document": found,
        "client": found.client,
        "path": found.path,
        "follow_url": reverse(f"pathways:follow-{found.kind}", args=[found.ref]),
        "edit_url": reverse(f"pathways:edit-{found.kind}", args=[found.ref]),
        "official_url": reverse(f"pathways:official-{found.kind}", args=[found.ref]),
    }


def _listed(model: type[Document], found: list[Document]) -> dict[str, object]:
    unfinished = next((one for one in found if not one.is_ready), None)
    ready = [one for one in found if one.is_ready]
    return {
        "title": model.title,
        "kind": model.kind,
        "new": f"pathways:new-{model.kind}",
        "edit": f"pathways:edit-{model.kind}",
        "unfinished": unfinished,
        "newest": ready[0] if ready else None,
        "earlier": ready[1:],
    }


def _follow(request: Request, found: Document, form: FollowForm) -> str:
    begun = documents.follow(found, by=request.user, reason=form.answers["reason"])
    return reverse(f"pathways:edit-{begun.kind}", args=[begun.ref])


def _move(request: Request, found: Document, form: MovedForm) -> str:
    documents.mark_moved(found, by=request.user, on=form.answers["on"])
    return found.get_absolute_url()
