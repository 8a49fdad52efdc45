"""Throwing an unfinished document away, asked once more."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions.document_dropping import drop
from pathways.doors.documents import open_document, show
from pathways.forms.documents.following import DropForm


@requires(May.EDIT_PLAN)
def drop_document(request: Request, ref: UUID, kind: str) -> HttpResponse:
    """By any of the person's own workers; a ready one is only read."""
    document = open_document(request, kind, ref, May.EDIT_PLAN)
    if document.is_ready and request.method != "POST":
        return redirect(document)
    form = DropForm(request.POST or None, initial={"seen": document.saves})
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _drop(request, document, form))
    if request.method == "POST":
        show(request, document)
    context = {"document": document, "client": document.client, "path": document.path, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/documents/drop.html", context, status=status)


def _drop(request: Request, document: Any, form: DropForm) -> str:
    drop(document, by=request.user, seen=form.answers["seen"])
    return reverse("pathways:plan", args=[document.client.ref])
