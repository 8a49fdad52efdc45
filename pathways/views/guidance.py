"""Asking for advice in one tap, and writing down guidance."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query
from paku.kit.query import ref as a_ref
from paku.saving.posts import once
from pathways.actions import guidance as deeds
from pathways.deeds import Deed
from pathways.doors.pairs import SHOWN
from pathways.doors.paths import open_path, show_again
from pathways.forms.guidance import AdviceForm, GuidanceForm
from pathways.models import Guidance, Pathway
from pathways.models.pair import beside
from pathways.views.pairs import page_of


class GuidanceQuery(Query):
    """To whom it is, when one comes from a question."""

    to = a_ref()


@requires(May.REPORT_SITUATION)
def ask_advice(request: Request, ref: UUID) -> HttpResponse:
    """One tap from the near-worker's page; the same form on a page of its own when words need mending."""
    path = _open(request, ref, May.REPORT_SITUATION)
    form = AdviceForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _ask(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    return _sheet(request, "pathways/guidance/ask.html", path, form)


@requires(May.GUIDE)
def new_guidance(request: Request, ref: UUID) -> HttpResponse:
    """What was asked stands above the form, in the words in which it was asked."""
    path = _open(request, ref, May.GUIDE)
    waiting = list(Guidance.objects.of(path.client).waiting().with_people().order_by("pk"))
    to = GuidanceQuery(request.GET).to or (waiting[0].partner.ref if waiting else None)
    form = GuidanceForm(
        request.POST or None,
        initial={"partner": str(to)} if to else {},
        beside=beside(path, request.today),
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _guide(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    return _sheet(request, "pathways/guidance/new.html", path, form, waiting=waiting)


def _open(request: Request, ref: UUID, right: May) -> Any:
    return open_path(request, ref, right, deed=Deed.PAIR_READ, sections=SHOWN)


def _sheet(request: Request, template: str, path: Pathway, form: Any, **more: Any) -> HttpResponse:
    context = {"path": path, "client": path.client, "form": form, **more}
    return render(request, template, context, status=422 if form.is_bound else 200)


def _ask(request: Request, path: Pathway, form: AdviceForm) -> str:
    deeds.ask_for_advice(path=path, on=request.today, by=request.user, **form.answers)
    return f"{reverse('pathways:client', args=[path.client.ref])}?saved=advice"


def _guide(request: Request, path: Pathway, form: GuidanceForm) -> str:
    deeds.guide(path=path, today=request.today, by=request.user, **form.answers)
    return page_of(path.client, "guidance")
