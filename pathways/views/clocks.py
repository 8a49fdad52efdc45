"""A clock of the client's asking is started and ended in two taps each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.banner import hang_banner
from clients.doors import admit, relation_of
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.reminders.models import Clock
from paku.reminders.models.clock import Start
from paku.saving.posts import once
from pathways.actions import clocks
from pathways.deeds import Deed
from pathways.doors.paths import open_path, show_again
from pathways.forms.clocks import AssessedForm, ClockOverForm, ClockStartForm
from pathways.models import ClockRun, Pathway
from pathways.models.clock_run import URGENT
from pathways.models.due_clocks import DONE


@requires(May.AGREE_STEP)
def new_clock(request: Request, ref: UUID) -> HttpResponse:
    """What was asked for, or an urgent need; the day is filled in."""
    path = open_path(request, ref, May.AGREE_STEP)
    form = ClockStartForm(
        request.POST or None,
        clocks=list(
            Clock.objects.on(request.today).filter(Q(begins=Start.REQUEST) | Q(code=URGENT))
        ),
        today=request.today,
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _start(request, path, form))
    if request.method == "POST":
        show_again(request, path)
    context = {"path": path, "client": path.client, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/clocks/new.html", context, status=status)


@requires(May.AGREE_STEP)
def over(request: Request, ref: UUID) -> HttpResponse:
    """It was held, or it ended otherwise: the day is filled in."""
    found = _open_run(request, ref)
    form = ClockOverForm(request.POST or None, run=found, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, found, form))
    if request.method == "POST":
        show_again(request, found.path)
    context = {"run": found, "path": found.path, "client": found.path.client, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/clocks/over.html", context, status=status)


@requires(May.EDIT_PLAN)
def assessed(request: Request, ref: UUID) -> HttpResponse:
    """The assessment was made in the official system: its clocks stop on this path."""
    path = open_path(request, ref, May.EDIT_PLAN)
    clock = Clock.objects.on(request.today).filter(code=DONE).order_by("since").last()
    if clock is None:
        raise Http404
    form = AssessedForm(request.POST or None, path=path, today=request.today)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _assessed(request, path, clock, form))
    if request.method == "POST":
        show_again(request, path)
    context = {"path": path, "client": path.client, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/clocks/assessed.html", context, status=status)


def _open_run(request: Request, ref: UUID) -> Any:
    """The file's own rule, and an entry for what is shown."""
    run: Any = ClockRun.objects.known_to(request.user).told().filter(ref=ref).first()
    if run is None:
        raise Http404
    client = run.path.client
    admit(request.user, May.AGREE_STEP, run.relations, client.ref)
    hang_banner(request, run.path.client_id, run.relations)
    run.path.relations = client.relations = run.relations
    if request.method != "POST":
        relation = relation_of(run.relations)
        record(Deed.PATH_READ, run.path, by=request.user, client=client.ref, relation=relation)
    return run


def _start(request: Request, path: Pathway, form: ClockStartForm) -> str:
    clocks.start_clock(path=path, by=request.user, **form.told)
    return f"{reverse('pathways:path', args=[path.ref])}?saved=clock"


def _end(request: Request, run: ClockRun, form: ClockOverForm) -> str:
    answers = {name: form.cleaned_data[name] for name in ("outcome", "ended_on", "end_words")}
    clocks.end_clock(run=run, by=request.user, **answers)
    return f"{reverse('pathways:path', args=[run.path.ref])}?saved=clock_over"


def _assessed(request: Request, path: Pathway, clock: Clock, form: AssessedForm) -> str:
    day = form.cleaned_data["ended_on"]
    clocks.assessed_elsewhere(path=path, clock=clock, ended_on=day, by=request.user)
    return f"{reverse('pathways:path', args=[path.ref])}?saved=clock_over"
