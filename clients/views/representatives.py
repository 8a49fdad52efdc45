"""Who speaks for the person: read by those to whom the file is open, written by those who keep its basic data."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.actions import representatives as deeds
from clients.doors import open_client
from clients.forms.representatives import LastDayForm, RepresentativeForm
from clients.models import Representative
from clients.protection import sees_contact
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.saving.posts import once

SECTIONS = ("representatives",)


@requires(May.READ_CLIENT)
@require_safe
def representatives(request: Request, ref: UUID) -> HttpResponse:
    """Those of today and to come, and folded those whose day has passed. With turvakielto without their numbers: a
    relative who may act may live with the person."""
    client = open_client(request, ref, May.READ_CLIENT, sections=SECTIONS)
    rows = list(Representative.objects.of(client))
    context = {
        "client": client,
        "now": [row for row in rows if not _is_over(row, request)],
        "over": [row for row in rows if _is_over(row, request)],
        "sees_contact": not client.is_protected or sees_contact(request.user, client),
        "may_edit": may_now(request.user, client.relations, May.EDIT_CLIENT),
    }
    return render(request, "clients/representatives/representatives.html", context)


@requires(May.EDIT_CLIENT)
def new_representative(request: Request, ref: UUID) -> HttpResponse:
    client = open_client(request, ref, May.EDIT_CLIENT)
    form = RepresentativeForm(request.POST or None, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _name(request, client, form))
    return _show(request, "clients/representatives/new.html", {"client": client, "form": form})


@requires(May.EDIT_CLIENT)
def end_representative(request: Request, ref: UUID, representative: UUID) -> HttpResponse:
    client = open_client(request, ref, May.EDIT_CLIENT)
    rows = Representative.objects.of(client).select_related("client")
    row = get_object_or_404(rows, ref=representative)
    form = LastDayForm(request.POST or None, row=row, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, client, row, form))
    context = {"client": client, "row": row, "form": form}
    return _show(request, "clients/representatives/end.html", context)


def _is_over(row: Representative, request: Request) -> bool:
    return row.until is not None and row.until < request.today


def _show(request: Request, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, template, context, status=422 if context["form"].is_bound else 200)


def _name(request: Request, client: Any, form: RepresentativeForm) -> str:
    deeds.name_representative(client=client, by=request.user, **form.answers)
    return _list_of(client)


def _end(request: Request, client: Any, row: Representative, form: LastDayForm) -> str:
    deeds.end_representative(row=row, by=request.user, **form.answers)
    return _list_of(client)


def _list_of(client: Any) -> str:
    return reverse("clients:representatives", args=[client.ref])
