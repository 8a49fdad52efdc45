"""Handing a person over: the offer with what is told, the answer, and what waits."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.doors import open_client
from paku.access.doors import requires
from paku.access.models import Team
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.drafts import key_of
from paku.saving.models import Draft
from paku.saving.posts import once
from pathways.actions import handover as deeds
from pathways.deeds import Deed
from pathways.doors.handovers import open_handover, show_handover
from pathways.forms.handover import AnswerForm, HandoverForm
from pathways.gathering import gather
from pathways.models import AskedNaming, Handover
from pathways.models.handover import HandoverOutcome
from pathways.models.leading import led_by
from pathways.models.workers import workers_of

MOST = 100
SECTIONS = ("own_worker", "steps")


@requires(May.HAND_OVER)
@require_safe
def handovers(request: Request) -> HttpResponse:
    """What waits for one's answer, and what one has offered or asked; four statements for any number."""
    to_me = list(Handover.objects.for_answer_by(request.user).with_people()[:MOST])
    from_me = list(Handover.objects.offered_from(request.user).with_people()[:MOST])
    namings = AskedNaming.objects.with_people()
    asked_me = list(namings.for_answer_by(request.user)[:MOST])
    by_me = list(namings.asked_by(request.user)[:MOST])
    shown = {one.client_ref for one in (*to_me, *from_me)}
    shown |= {one.client.ref for one in (*asked_me, *by_me)}
    record(Deed.HANDOVERS_READ, by=request.user, clients=shown)
    context = {
        "to_me": to_me,
        "from_me": [one for one in from_me if one not in to_me],
        "asked_me": asked_me,
        "by_me": by_me,
    }
    return render(request, "pathways/handovers/list.html", context)


@requires(May.HAND_OVER)
def new_handover(request: Request, ref: UUID) -> HttpResponse:
    """To whom, why, and a letter; what else is told stands on the page as it will go."""
    client = open_client(request, ref, May.HAND_OVER, deed=Deed.HANDOVER_READ, sections=SECTIONS)
    care = client.care
    if care is None:
        raise Http404
    key = key_of("handover", client.ref)
    draft = None if request.POST else Draft.objects.of(request.user).about(key).first()
    initial: dict[str, Any] = {**draft.fields, "submission_id": draft.form} if draft else {}
    teams = list(Team.objects.values_list("pk", flat=True))
    form = HandoverForm(
        request.POST or None, care=care, workers=workers_of(teams, request.today),
        today=request.today, initial=initial,
    )  # fmt: skip
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _offer(request, care, form))
    context = {
        "client": client,
        "care": care,
        "form": form,
        "draft": draft,
        "draft_key": key,
        "waiting": Handover.objects.waiting().filter(care=care).first(),
        "told": Handover(gathered=gather(care, request.today)),
        "holds_at_once": care.team_id in led_by(request.user),
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/handovers/new.html", context, status=status)


@requires(May.HAND_OVER)
def handover(request: Request, ref: UUID) -> HttpResponse:
    """The letter and what is told with it, and the buttons for those whose it is to answer."""
    found = open_handover(request, ref)
    form = AnswerForm(request.POST or None)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _answer(request, found, form))
    if request.method == "POST":
        show_handover(request, found)
    context = {
        "handover": found,
        "form": form,
        "may_accept": found.may_accept(request.user),
        "may_decline": found.may_decline(request.user),
        "may_take_back": found.may_take_back(request.user),
    }
    status = 422 if form.is_bound else 200
    return render(request, "pathways/handovers/handover.html", context, status=status)


def _offer(request: Request, care: Any, form: HandoverForm) -> str:
    made = deeds.offer(care=care, by=request.user, today=request.today, **form.offer)
    return reverse("pathways:handover", args=[made.ref])


def _answer(request: Request, found: Any, form: AnswerForm) -> str:
    who: Any = {"handover": found, "by": request.user}
    match form.answers["outcome"]:
        case HandoverOutcome.ACCEPTED:
            deeds.accept(today=request.today, **who)
        case HandoverOutcome.DECLINED:
            deeds.decline(why=form.answers["answer"], today=request.today, **who)
        case HandoverOutcome.WITHDRAWN:
            deeds.take_back(**who)
    return reverse("pathways:handover", args=[found.ref])
