"""A worker leaves: the supervisor chooses a new own worker for each of their clients on one page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from paku.access.doors import requires
from paku.access.models import User
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.saving.posts import once, sent_before
from pathways.actions.handover import offer
from pathways.deeds import Deed
from pathways.forms.handover import BatchForm
from pathways.models import Handover
from pathways.models.caseload import BY_NAME, open_cares
from pathways.models.leading import led_by
from pathways.models.workers import workers_of

MOST = 150


@requires(May.REVIEW_CASELOAD)
def worker_leaves(request: Request, ref: UUID) -> HttpResponse:
    """Clients in the teams that the supervisor leads; each choice holds at once, with a trace of its own. Who has been
    offered to somebody already waits for that answer, and is only told of."""
    teams = led_by(request.user)
    worker = get_object_or_404(User, ref=ref)
    found = open_cares().of_team(teams).listed_for(request.user).of_worker(ref).with_people()
    waiting = list(Handover.objects.waiting().filter(care__in=found.values("pk")).with_people())
    free = found.exclude(pk__in=[one.care_id for one in waiting])
    cares = list(free.with_path().order_by(*(name for name, _ in BY_NAME))[:MOST])
    if not (cares or waiting) and not any(
        m.user_id == worker.pk for m in workers_of(teams, request.today)
    ):
        raise Http404
    if done := sent_before(request):
        return done
    form = BatchForm(request.POST or None, cares=cares, workers=workers_of(teams, request.today))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _hand_over(request, worker, form))
    shown = {care.client.ref for care in cares} | {one.client_ref for one in waiting}
    record(Deed.HANDOVERS_READ, by=request.user, clients=shown)
    context = {"worker": worker, "cares": cares, "waiting": waiting, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/handovers/batch.html", context, status=status)


def _hand_over(request: Request, worker: User, form: BatchForm) -> str:
    why = form.cleaned_data["why"]
    for care, membership in form.chosen:
        told: dict[str, Any] = {"why": why, "letter": ""}
        offer(
            care=care, receiver=membership.user, team=membership.team, by=request.user,
            today=request.today, **told,
        )  # fmt: skip
    return reverse("pathways:worker-leaves", args=[worker.ref])
