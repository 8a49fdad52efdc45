"""One person, one number: who answers for the person, who stands in, who did before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clients.actions import substitutes as deeds
from clients.doors import open_client
from clients.models import Assignment, OwnWorkerPeriod, Substitute
from network.deeds import Deed
from paku.access.can import can, may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.saving.posts import once, sent_before
from pathways.forms.substitutes import DaysForm, SubstituteForm
from pathways.models import AskedNaming, Handover
from pathways.models.workers import workers_of

SECTIONS = ("own_worker",)


@requires(May.READ_NETWORK)
@require_safe
def own_worker(request: Request, ref: UUID) -> HttpResponse:
    """The own worker with the number, substitutes of today and to come, a handover that waits; below, the former."""
    client = open_client(request, ref, May.READ_NETWORK, deed=Deed.NETWORK_READ, sections=SECTIONS)
    care = client.care
    periods = OwnWorkerPeriod.objects.filter(care__client=client).select_related("worker")
    rows: list[Any] = list(Substitute.objects.filter(care__client=client).select_related("worker"))
    now = [row for row in rows if row.until >= request.today] if care else []
    walkers: list[Any] = list(
        Assignment.objects.filter(care__client=client).select_related("worker")
    )
    beside = [row for row in walkers if row.until is None or row.until >= request.today]
    naming = can(request.user, May.ASSIGN_WORKER, client.relations)
    may_assign = naming.allows and care is not None
    may_hand_over = may_now(request.user, client.relations, May.HAND_OVER)
    context = {
        "client": client,
        "care": care,
        "periods": periods.order_by("-since", "-pk"),
        "substitutes": sorted(now, key=lambda row: row.since),
        "former": [row for row in rows if row not in now],
        "beside": sorted(beside, key=lambda row: row.since) if care else [],
        "left": [row for row in walkers if row not in beside],
        "waiting": _waiting(client) if may_hand_over else None,
        "may_hand_over": may_hand_over and care is not None,
        "may_name": may_now(request.user, client.relations, May.EDIT_NETWORK) and care is not None,
        "may_assign": may_assign,
        "asks": may_assign and naming is Verdict.SECOND_PERSON,
        "asked": _asked(client) if may_assign else (),
        "may_print": may_now(request.user, client.relations, May.MAKE_PAPER),
    }
    return render(request, "pathways/own_worker/own_worker.html", context)


@requires(May.EDIT_NETWORK)
def new_substitute(request: Request, ref: UUID) -> HttpResponse:
    client = _open(request, ref)
    care = client.care
    here = workers_of([care.team_id], request.today)
    form = SubstituteForm(
        request.POST or None,
        today=request.today,
        workers=[m for m in here if m.user_id != care.own_worker_id],
    )
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _name(request, client, form))
    return _show(request, "new", client, form)


@requires(May.EDIT_NETWORK)
def substitute(request: Request, ref: UUID, substitute: UUID) -> HttpResponse:
    """Other days, or the last one today."""
    client = _open(request, ref)
    if done := sent_before(request):
        return done
    rows = Substitute.objects.filter(care=client.care).select_related("worker", "care__client")
    row = get_object_or_404(rows, ref=substitute)
    ends = "end" in request.POST
    form = DaysForm(request.POST or None, today=request.today, row=row)
    if ends:
        form.fields.pop("since", None)
        form.fields.pop("until")
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _change(request, client, row, None if ends else form))
    return _show(request, "substitute", client, form, row=row)


def _open(request: Request, ref: UUID) -> Any:
    """A person whose care relationship has ended has nobody to stand in for."""
    client = open_client(request, ref, May.EDIT_NETWORK, deed=Deed.NETWORK_READ, sections=SECTIONS)
    if client.care is None:
        raise Http404
    return client


def _waiting(client: Any) -> Handover | None:
    waiting: Handover | None = (
        Handover.objects.waiting().filter(client=client).with_people().first()
    )
    return waiting


def _asked(client: Any) -> list[AskedNaming]:
    return list(AskedNaming.objects.waiting().filter(client=client).with_people())


def _show(request: Request, page: str, client: Any, form: Any, **more: Any) -> HttpResponse:
    context = {"client": client, "care": client.care, "form": form, **more}
    status = 422 if form.is_bound else 200
    return render(request, f"pathways/own_worker/{page}.html", context, status=status)


def _name(request: Request, client: Any, form: SubstituteForm) -> str:
    deeds.name_substitute(care=client.care, by=request.user, today=request.today, **form.named)
    return _page(client)


def _change(request: Request, client: Any, row: Substitute, form: DaysForm | None) -> str:
    if form is None:
        deeds.end_substitute(row=row, by=request.user, today=request.today)
    else:
        seen = form.cleaned_data.get("seen", "")
        deeds.change_days(row=row, seen=seen, by=request.user, today=request.today, **form.days)
    return _page(client)


def _page(client: Any) -> str:
    return reverse("pathways:own-worker", args=[client.ref])
