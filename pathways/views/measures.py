"""Measures: 3X10D item by item from before to now, each sheet, and the results of others. Nothing is summed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clients.doors import open_client
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once
from pathways.actions import measures as actions
from pathways.deeds import Deed
from pathways.doors.goals import show_goals
from pathways.doors.paths import open_path
from pathways.forms.measures import OtherMeasureForm, TenForm
from pathways.models import OtherMeasure, Pathway, TenDimensions
from pathways.models.ten_dimensions import ITEMS
from pathways.picture.scale import Told, lines


@requires(May.READ_PLAN)
@require_safe
def measures(request: Request, ref: UUID) -> HttpResponse:
    """As many statements for one sheet as for ten."""
    client = open_client(request, ref, May.READ_PLAN, deed=Deed.GOALS_READ, sections=("measures",))
    sheets = list(TenDimensions.objects.of(client).oldest_first())
    context = {
        "client": client,
        "path": Pathway.objects.newest_of(client),
        "lines": lines(sheets),
        "sheets": [(sheet, _told(sheet)) for sheet in reversed(sheets)],
        "others": list(OtherMeasure.objects.filter(path__client=client).select_related("by")),
        "may_edit": may_now(request.user, client.relations, May.EDIT_PLAN),
    }
    return render(request, "pathways/measures/measures.html", context)


@requires(May.EDIT_PLAN)
def new_measure(request: Request, ref: UUID) -> HttpResponse:
    """3X10D: every item may be skipped."""
    path = _open(request, ref)
    form = TenForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _write(request, path, form))
    return _sheet(request, "pathways/measures/ten.html", path, form)


@requires(May.EDIT_PLAN)
def new_other_measure(request: Request, ref: UUID) -> HttpResponse:
    """The result of another measure, in words."""
    path = _open(request, ref)
    form = OtherMeasureForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _write_other(request, path, form))
    return _sheet(request, "pathways/measures/other.html", path, form)


def _told(sheet: TenDimensions) -> list[tuple[str, Told]]:
    """(item, answer) of what was answered on the sheet."""
    said = [(capfirst(TenDimensions.label_of(item)), getattr(sheet, item)) for item in ITEMS]
    said.append((sheet.own_item, sheet.own_value))
    return [(label, Told(sheet.on, value)) for label, value in said if value is not None]


def _open(request: Request, ref: UUID) -> Any:
    return open_path(request, ref, May.EDIT_PLAN, deed=Deed.GOALS_READ, sections=("measures",))


def _sheet(request: Request, template: str, path: Any, form: Any) -> HttpResponse:
    if request.method == "POST":
        show_goals(request, path, "measures")
    context = {"path": path, "client": path.client, "form": form}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _write(request: Request, path: Pathway, form: TenForm) -> str:
    actions.write_ten(path=path, by=request.user, **form.answers)
    messages.success(request, _("Saved."))
    return reverse("pathways:measures", args=[path.client.ref])


def _write_other(request: Request, path: Pathway, form: OtherMeasureForm) -> str:
    actions.write_other(path=path, by=request.user, **form.answers)
    messages.success(request, _("Saved."))
    return reverse("pathways:measures", args=[path.client.ref])
