"""One's own reflections: on one visit, and all of them by date. Nobody else's page, and of no client."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.pages import page
from paku.kit.query import Query, cursor
from paku.saving.drafts import draft_kind, key_of
from paku.saving.forms import GuardedForm
from paku.saving.posts import once, sent_before
from paku.saving.unfinished import unfinished
from pathways.actions import reflections as deeds
from pathways.doors.paths import open_visit, show_again
from pathways.forms.reflections import ReflectionForm
from pathways.models import Reflection, Visit

DRAFT = draft_kind("reflection")


class ReflectionsQuery(Query):
    """A place among one's own."""

    after = cursor()


@requires(May.REFLECT)
def reflection(request: Request, ref: UUID) -> HttpResponse:
    """Six words on a visit that one made oneself."""
    visit = open_visit(request, ref, May.REFLECT).visit
    if visit.worker_id != request.user.pk:
        raise Http404
    mine = Reflection.objects.of(request.user).on_visit(visit).first()
    draft = unfinished(request, key_of(DRAFT, visit.ref))
    initial: dict[str, Any] = {**draft.fields, "submission_id": draft.form} if draft else {}
    form = ReflectionForm(request.POST or None, initial=initial, mine=mine)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _keep(request, visit, form))
    if request.method == "POST":
        show_again(request, visit)
    context = {"visit": visit, "form": form, "draft": draft, "draft_key": key_of(DRAFT, visit.ref)}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/reflections/reflection.html", context, status=status)


@requires(May.REFLECT)
@require_safe
def reflections(request: Request) -> HttpResponse:
    """One's own, the newest visit first: days and words, no client."""
    query = ReflectionsQuery(request.GET)
    shown = page(
        Reflection.objects.of(request.user),
        order=[("visit_on", "desc"), ("pk", "desc")],
        after=query.after,
    )
    context = {
        "reflections": shown.rows,
        "older_url": query.link(after=shown.older) if shown.older else "",
        "newer_url": query.link(after=shown.newer) if shown.newer else "",
    }
    return render(request, "pathways/reflections/reflections.html", context)


@requires(May.REFLECT)
@require_POST
def take_away(request: Request, ref: UUID) -> HttpResponse:
    """Its author may do so at any time."""
    if done := sent_before(request):
        return done
    found = get_object_or_404(Reflection.objects.of(request.user), ref=ref)
    form = GuardedForm(request.POST)
    form.is_valid()
    return once(request, form, lambda: _take_away(request, found))


def _take_away(request: Request, found: Reflection) -> str:
    deeds.take_away(reflection=found)
    messages.success(request, _("The reflection has been taken away for good."))
    return reverse("pathways:reflections")


def _keep(request: Request, visit: Visit, form: ReflectionForm) -> str:
    seen = form.cleaned_data["seen"]
    deeds.reflect(visit=visit, words=form.told, seen=seen, today=request.today, by=request.user)
    messages.success(request, _("Saved."))
    return reverse("pathways:reflections")
