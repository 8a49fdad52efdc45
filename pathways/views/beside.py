"""Who walks beside a person: named and ended by who leads the team; own workers ask for it (row O19)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from clients.doors import open_client
from clients.models import Assignment
from network.deeds import Deed as NetworkDeed
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.saving.forms import GuardedForm
from paku.saving.posts import once, sent_before
from pathways.actions import asked_namings, beside
from pathways.deeds import Deed
from pathways.forms.beside import AnswerForm, AskBesideForm, AskForm, BesideForm
from pathways.models import AskedNaming
from pathways.models.asked_naming import NamingOutcome
from pathways.models.workers import who_may_walk_beside

SECTIONS = ("own_worker",)


@requires(May.ASSIGN_WORKER)
def name_beside(request: Request, ref: UUID) -> HttpResponse:
    client, asks = _open(request, ref)
    if done := sent_before(request):
        return done
    here = who_may_walk_beside(client.care.team_id, request.today)
    others = {client.care.own_worker_id, request.user.pk if asks else None}
    form = (AskBesideForm if asks else BesideForm)(
        request.POST or None,
        today=request.today,
        members=[m for m in here if m.user_id not in others],
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _name(request, client, form, asks=asks))
    return _show(request, "name", client, form, asks=asks)


@requires(May.ASSIGN_WORKER)
def end_beside(request: Request, ref: UUID, assignment: UUID) -> HttpResponse:
    """Asked once more, for the file closes to the worker at once."""
    client, asks = _open(request, ref)
    if done := sent_before(request):
        return done
    rows = Assignment.objects.filter(care=client.care).select_related("worker", "care__client")
    row = get_object_or_404(rows, ref=assignment)
    form = (AskForm if asks else GuardedForm)(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _end(request, client, row, form, asks=asks))
    return _show(request, "end", client, form, row=row, asks=asks)


@requires(May.ASSIGN_WORKER)
def asked_naming(request: Request, ref: UUID, naming: UUID) -> HttpResponse:
    """What was asked and why; the buttons for those whose it is to answer."""
    client, _asks = _open(request, ref, Deed.NAMING_READ)
    rows = AskedNaming.objects.known_to(request.user).filter(client=client).with_people()
    asked = get_object_or_404(rows, ref=naming)
    form = AnswerForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _answer(request, client, asked, form))
    may = {
        "may_decide": asked.may_decide(request.user),
        "may_withdraw": asked.is_waiting and asked.asked_by_id == request.user.pk,
    }
    return _show(request, "asked", client, form, asked=asked, **may)


def _open(request: Request, ref: UUID, deed: str = NetworkDeed.NETWORK_READ) -> tuple[Any, bool]:
    """The client, and whether the user only asks. Nobody walks beside a person whose care relationship has ended."""
    client = open_client(request, ref, May.ASSIGN_WORKER, deed=deed, sections=SECTIONS)
    if client.care is None:
        raise Http404
    verdict = can(request.user, May.ASSIGN_WORKER, client.relations)
    return client, verdict is Verdict.SECOND_PERSON


def _show(request: Request, page: str, client: Any, form: Any, **more: Any) -> HttpResponse:
    context = {"client": client, "care": client.care, "form": form, **more}
    status = 422 if form.is_bound else 200
    return render(request, f"pathways/beside/{page}.html", context, status=status)


def _name(request: Request, client: Any, form: BesideForm, *, asks: bool) -> str:
    do = asked_namings.ask_naming if asks else beside.name_beside
    do(care=client.care, by=request.user, today=request.today, **form.named)
    return _page(client)


def _end(request: Request, client: Any, row: Assignment, form: Any, *, asks: bool) -> str:
    who: dict[str, Any] = {"row": row, "by": request.user, "today": request.today}
    if asks:
        asked_namings.ask_end(why=form.cleaned_data["why"], **who)
    else:
        beside.end_beside(**who)
    return _page(client)


def _answer(request: Request, client: Any, asked: AskedNaming, form: AnswerForm) -> str:
    who: dict[str, Any] = {"asked": asked, "by": request.user}
    match form.cleaned_data["outcome"]:
        case NamingOutcome.AGREED:
            beside.agree(today=request.today, **who)
        case NamingOutcome.DECLINED:
            answer = form.cleaned_data["answer"]
            asked_namings.decline(answer=answer, today=request.today, **who)
        case NamingOutcome.WITHDRAWN:
            asked_namings.withdraw(**who)
    return reverse("pathways:asked-naming", args=[client.ref, asked.ref])


def _page(client: Any) -> str:
    return reverse("pathways:own-worker", args=[client.ref])
