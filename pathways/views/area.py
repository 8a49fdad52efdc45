"""Observations of the area: what is in the way and what worked, without a person. Nothing here is of a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.pages import Order, page
from paku.kit.query import Query, cursor, ref
from paku.saving.posts import once
from pathways.actions import breaks
from pathways.forms.sightings import BreakForm, WorkedForm
from pathways.models import BreakKind, PathBreak, ThisWorked
from pathways.models.choosing import place_of

NEWEST_FIRST: Order = (("since", "desc"), ("pk", "desc"))
NEWEST_WORKED = 25


class AreaQuery(Query):
    """Where in the observations one is."""

    after = cursor()


class FromDirectoryQuery(Query):
    """The service beside which one has pressed."""

    service = ref()


@requires(May.MARK_BREAK)
@require_safe
def area(request: Request) -> HttpResponse:
    """What the user's teams have seen. No client is shown, so no entry is written."""
    query = AreaQuery(request.GET)
    found = PathBreak.objects.of_area(request.user).told()
    shown = page(found, order=NEWEST_FIRST, after=query.after)
    context = {
        "breaks": [(one, one.days(request.today)) for one in shown.rows],
        "newer_url": query.link(after=shown.newer) if shown.newer else "",
        "older_url": query.link(after=shown.older) if shown.older else "",
        "worked": ThisWorked.objects.of_area(request.user).told()[:NEWEST_WORKED],
    }
    return render(request, "pathways/area/area.html", context)


@requires(May.MARK_BREAK)
def new_area_break(request: Request) -> HttpResponse:
    """The kind and the place; the place of one's own last observation is filled in."""
    kinds = list(BreakKind.objects.on(request.today).order_by("order", "code"))
    form = BreakForm(
        request.POST or None, kinds=kinds, today=request.today, initial=_filled_in(request)
    )
    form.fields["place"].required = True
    return _sheet(request, "pathways/area/new_break.html", form, breaks.mark_break)


@requires(May.MARK_BREAK)
def new_area_worked(request: Request) -> HttpResponse:
    """What worked, and where."""
    form = WorkedForm(request.POST or None, today=request.today, initial=_filled_in(request))
    form.fields["place"].required = True
    return _sheet(request, "pathways/area/new_worked.html", form, breaks.mark_worked)


def _sheet(request: Request, template: str, form: Any, deed: Any) -> HttpResponse:
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _mark(request, form, deed))
    return render(request, template, {"form": form}, status=422 if form.is_bound else 200)


def _mark(request: Request, form: Any, deed: Any) -> str:
    deed(path=None, by=request.user, **form.told)
    return f"{reverse('pathways:area')}?saved=area"


def _filled_in(request: Request) -> dict[str, str]:
    """The service that was pressed, and the place where the user saw something last."""
    if request.method == "POST":
        return {}
    service = FromDirectoryQuery(request.GET).service
    mine = PathBreak.objects.of_area(request.user).filter(author=request.user)
    last = mine.select_related("municipality", "village").order_by("-pk").first()
    return {
        "actor": f"s-{service}" if service else "",
        "place": place_of(last.municipality, last.village) if last else "",
    }
