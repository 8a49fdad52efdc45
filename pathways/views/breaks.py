"""Path breaks in three taps: the button, the kind, save; over in the same way. And what worked, beside them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query, choice
from paku.saving.posts import once
from pathways.actions import breaks
from pathways.doors.breaks import open_break, show
from pathways.doors.paths import open_path, show_again
from pathways.forms.break_over import OverForm
from pathways.forms.sightings import BreakForm, WorkedForm
from pathways.models import BreakKind, PathBreak, Pathway
from pathways.models.choosing import home_of


class BackQuery(Query):
    """From where one came, and where one goes on."""

    back = choice("client", "path", "visit", default="client")


@requires(May.MARK_BREAK)
def new_break(request: Request, ref: UUID) -> HttpResponse:
    """The kind is all that is asked; place and day are filled in."""
    path = open_path(request, ref, May.MARK_BREAK, sections=("breaks",))
    back = BackQuery(request.GET).back
    form = BreakForm(
        request.POST or None,
        kinds=list(BreakKind.objects.on(request.today).order_by("order", "code")),
        today=request.today,
        with_place=not path.client.is_protected,
        initial={"place": home_of(path.client)},
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _mark(request, path, form, back))
    context = {"path": path, "client": path.client, "form": form, "back": _way(path, back)}
    return _sheet(request, "pathways/breaks/new.html", context)


@requires(May.MARK_BREAK)
def new_worked(request: Request, ref: UUID) -> HttpResponse:
    """A few words are asked; place and day are filled in."""
    path = open_path(request, ref, May.MARK_BREAK, sections=("breaks",))
    form = WorkedForm(
        request.POST or None,
        today=request.today,
        with_place=not path.client.is_protected,
        initial={"place": home_of(path.client)},
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _worked(request, path, form))
    context = {"path": path, "client": path.client, "form": form, "back": _way(path, "path")}
    return _sheet(request, "pathways/breaks/worked.html", context)


@requires(May.MARK_BREAK)
def over(request: Request, ref: UUID) -> HttpResponse:
    """Of a path or of the area: the day is filled in."""
    found = open_break(request, ref)
    back = BackQuery(request.GET).back
    form = OverForm(request.POST or None, path_break=found, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _over(request, found, form, back))
    if request.method == "POST":
        show(request, found)
    context = {
        "path_break": found,
        "client": found.client,
        "days": found.days(request.today),
        "form": form,
        "back": _way(found.path, back),
    }
    return render(
        request, "pathways/breaks/over.html", context, status=422 if form.is_bound else 200
    )


def _sheet(request: Request, template: str, context: dict[str, Any]) -> HttpResponse:
    if request.method == "POST":
        show_again(request, context["path"])
    return render(request, template, context, status=422 if context["form"].is_bound else 200)


def _mark(request: Request, path: Pathway, form: BreakForm, back: str) -> str:
    breaks.mark_break(path=path, by=request.user, **form.told)
    return f"{_way(path, back)['url']}?saved=break"


def _worked(request: Request, path: Pathway, form: WorkedForm) -> str:
    breaks.mark_worked(path=path, by=request.user, **form.told)
    return f"{_way(path, 'path')['url']}?saved=worked"


def _over(request: Request, found: PathBreak, form: OverForm, back: str) -> str:
    breaks.end_break(path_break=found, by=request.user, **form.answers)
    return f"{_way(found.path, back)['url']}?saved=over"


def _way(path: Pathway | None, back: str) -> dict[str, Any]:
    """Where the page leads back to, in words and by address."""
    if path is None:
        return {"url": reverse("pathways:area"), "label": _("Observations of the area")}
    ways: dict[str, Any] = {
        "client": (reverse("pathways:client", args=[path.client.ref]), path.client.name),
        "path": (reverse("pathways:path", args=[path.ref]), _("The path")),
        "visit": (reverse("pathways:new-visit", args=[path.ref]), _("Log a visit")),
    }
    url, label = ways[back]
    return {"url": url, "label": label}
