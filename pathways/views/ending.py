"""Ending a path on its ground, and coming back by return ticket."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from network.models import Member, Step
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query, choice
from paku.saving.drafts import key_of
from paku.saving.models import Draft
from paku.saving.posts import once
from pathways.actions.ending import end_path
from pathways.actions.returning import return_by_ticket
from pathways.doors.paths import open_path, show_again
from pathways.forms.ending import EndForm
from pathways.forms.returning import ReturnForm
from pathways.models import Pathway
from pathways.models.path_end import days_of_tries
from pathways.models.return_ticket import ticket_of
from pathways.models.stage import Ending
from pathways.models.workers import workers_of
from pathways.views.paths import newest_words


class EndQuery(Query):
    """The ground that the page before has spoken of; chosen on the sheet, not by it."""

    ground = choice(Ending.COPING.value)


@requires(May.END_PATH)
def end(request: Request, ref: UUID) -> HttpResponse:
    """Everything that is still open stands on the sheet and is decided of."""
    path = open_path(request, ref, May.END_PATH, sections=("path", "steps"))
    steps = list(Step.objects.of(path.client).open().with_doer().soonest_first())
    tries = days_of_tries(path)
    form = EndForm(
        request.POST or None,
        path=path,
        steps=steps,
        members=list(Member.objects.of(path.client).on(request.today).named()),
        tries=tries,
        today=request.today,
        initial={"ground": EndQuery(request.GET).ground},
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    context = {
        "path": path,
        "client": path.client,
        "form": form,
        "tries": tries,
        "has_draft": Draft.objects.of(request.user).about(key_of("visit", path.ref)).exists(),
    }
    return render(
        request, "pathways/ending/end.html", context, status=422 if form.is_bound else 200
    )


@requires(May.END_PATH)
def come_back(request: Request, ref: UUID) -> HttpResponse:
    """What was known stands on the page: own words, advice, last own worker, what was left to whom."""
    path = open_path(request, ref, May.END_PATH, sections=("own_words", "path", "steps"))
    form = ReturnForm(
        request.POST or None,
        path=path,
        workers=workers_of([path.care.team_id], request.today),
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _come_back(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    ticket = ticket_of(path, request.today)
    context = {
        "path": path,
        "client": path.client,
        "form": form,
        "ticket": ticket,
        "is_used": hasattr(path, "followed_by"),
        "words": newest_words(path.client),
        "steps": Step.objects.of(path.client).open().with_doer().soonest_first(),
    }
    return render(
        request, "pathways/ending/return.html", context, status=422 if form.is_bound else 200
    )


def _end(request: Request, path: Pathway, form: EndForm) -> str:
    end_path(path=path, by=request.user, **form.end)
    return f"{reverse('pathways:path', args=[path.ref])}?saved=end"


def _come_back(request: Request, path: Pathway, form: ReturnForm) -> str:
    new = return_by_ticket(path=path, by=request.user, today=request.today, **form.back)
    return f"{reverse('pathways:path', args=[new.ref])}?saved=return"
