"""A file for the directory: brought, looked at row by row, and brought in when another person confirms it."""

from __future__ import annotations

import csv
import io
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from network.actions import directory_imports as deeds
from network.forms.directory_imports import BringForm, ConfirmForm
from network.importing.fields import COLUMNS
from network.importing.telling import page_of, template_rows
from network.models import DirectoryImport
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.refusals import Refused
from paku.saving.posts import SeeOther, once, sent_before

EARLIER = 20


@requires(May.EDIT_DIRECTORY)
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: Request) -> HttpResponse:
    """The form, files that wait for a second person, and what has been brought in."""
    form = BringForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _bring(request, form))
    files = DirectoryImport.objects.in_lists()
    context = {
        "form": form,
        "columns": COLUMNS,
        "waiting": files.waiting(),
        "earlier": files.decided()[:EARLIER],
    }
    status = 422 if form.is_bound else 200
    return render(request, "network/importing/imports.html", context, status=status)


@requires(May.EDIT_DIRECTORY)
@require_safe
def template(request: Request) -> HttpResponse:
    """The headings and one row; with the mark by which spreadsheets know UTF-8."""
    table = io.StringIO()
    csv.writer(table, delimiter=";").writerows(template_rows())
    response = HttpResponse("\ufeff" + table.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="paku-directory.csv"'
    return response


@requires(May.EDIT_DIRECTORY)
@require_http_methods(["GET", "HEAD", "POST"])
def directory_import(request: Request, ref: UUID) -> HttpResponse:
    """What the file would do now; a post does it."""
    found = _found(ref)
    if request.method == "POST":
        return _confirm(request, found)
    if found.outcome:
        return render(request, "network/importing/decided.html", {"found": found})
    made, towns = deeds.planned(found)
    context = {
        "found": found,
        "page": page_of(made, towns),
        "form": ConfirmForm(initial={"fingerprint": made.fingerprint}),
        "is_mine": found.brought_by_id == request.user.pk,
        "does_something": made.does_something,
    }
    return render(request, "network/importing/import.html", context)


@requires(May.EDIT_DIRECTORY)
@require_POST
def put_aside(request: Request, ref: UUID) -> HttpResponse:
    """Not this file."""
    return SeeOther(
        _address(deeds.put_aside(brought=_found(ref), by=request.user, today=request.today))
    )


def _bring(request: Request, form: BringForm) -> str:
    brought = form.cleaned_data["file"]
    return _address(
        deeds.bring(
            content=brought.content, source=brought.source, file_name=brought.file_name, by=request.user,
            today=request.today,
        )
    )  # fmt: skip


def _confirm(request: Request, found: DirectoryImport) -> HttpResponse:
    if done := sent_before(request):
        return done
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Look at the file first, then confirm it."), code="unseen")
    fingerprint = form.cleaned_data["fingerprint"]

    def deed() -> str:
        return _address(
            deeds.confirm(
                brought=found, fingerprint=fingerprint, by=request.user, today=request.today
            )
        )

    return once(request, form, deed)


def _found(ref: UUID) -> Any:
    found = (
        DirectoryImport.objects.select_related("brought_by", "decided_by").filter(ref=ref).first()
    )
    if found is None:
        raise Http404
    return found


def _address(found: DirectoryImport) -> str:
    return reverse("network:directory-import", args=[found.ref])
