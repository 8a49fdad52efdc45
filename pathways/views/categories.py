"""How support is arranged: the talks of one person with the newest first, and the sheet of a talk (row S20)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import admit, open_client, relation_of
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.reminders.models import Clock
from paku.saving.posts import once
from pathways.actions.categories import talk_of_arrangement
from pathways.deeds import Deed
from pathways.doors.paths import open_path
from pathways.forms.categories import CategoryTalkForm
from pathways.models import Category, CategoryTalk, Pathway
from pathways.models.category_moves import category_moves
from pathways.models.stage import Stage

SECTION = ("categories",)
WHERE_IT_ARRANGES = (Stage.EARLY_SUPPORT, Stage.INTENSIVE_SUPPORT)


@requires(May.ASSESS_CATEGORIES)
@require_safe
def categories(request: Request, ref: UUID) -> HttpResponse:
    """The same statements for one talk and for ten."""
    client = open_client(
        request, ref, May.ASSESS_CATEGORIES, deed=Deed.CATEGORIES_READ, sections=SECTION
    )
    path = Pathway.objects.newest_of(client)
    talks = list(CategoryTalk.objects.of(client).with_people())
    is_now = bool(talks and path and path.is_open and talks[0].path_id == path.pk)
    context = {
        "client": client,
        "path": path,
        "now": talks[0] if is_now else None,
        "earlier": talks[1:] if is_now else talks,
        "may_edit": may_now(request.user, client.relations, May.EDIT_PLAN),
    }
    return render(request, "pathways/categories/categories.html", context)


@requires(May.EDIT_PLAN)
def new_talk(request: Request, ref: UUID) -> HttpResponse:
    """First the answers, then the suggestion and the choice, on one sheet."""
    path = open_path(
        request, ref, May.ASSESS_CATEGORIES, deed=Deed.CATEGORIES_READ, sections=SECTION
    )
    admit(request.user, May.EDIT_PLAN, path.relations, path.client.ref)
    form = CategoryTalkForm(
        request.POST or None,
        today=request.today,
        seen=CategoryTalk.objects.filter(path=path).count(),
        days=_offered(path, request),
    )
    is_whole = form.is_bound and form.is_valid()
    if is_whole and form.is_decided:
        return once(request, form, lambda: _talk(request, path, form))
    if request.method == "POST":
        _show_again(request, path)
    context = {"path": path, "client": path.client, "form": form}
    status = 422 if form.is_bound and not is_whole else 200
    return render(request, "pathways/categories/form.html", context, status=status)


@requires(May.REVIEW_CASELOAD)
@require_safe
def moves(request: Request) -> HttpResponse:
    """Counts of the teams that one leads: no client is shown, so no entry is written."""
    context = {"moves": category_moves(request.user, request.today)}
    return render(request, "pathways/categories/moves.html", context)


def _offered(path: Any, request: Request) -> dict[str, int]:
    """Category → days; within tapering and exit the rhythm is a matter of their own plans."""
    if path.rung not in WHERE_IT_ARRANGES:
        return {}
    days = Clock.objects.days(request.today)
    return {one.value: days[one.clock] for one in Category if one.clock in days}


def _talk(request: Request, path: Pathway, form: CategoryTalkForm) -> str:
    talk_of_arrangement(path=path, by=request.user, today=request.today, **form.told)
    return reverse("pathways:categories", args=[path.client.ref])


def _show_again(request: Request, path: Any) -> None:
    record(
        Deed.CATEGORIES_READ,
        path,
        by=request.user,
        client=path.client.ref,
        relation=relation_of(path.relations),
        sections=SECTION,
    )
