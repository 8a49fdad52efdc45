"""Stating why a colleague's client's file is needed, and opening it for a day; who has done so."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from clients.actions import stand_ins as deeds
from clients.banner import MAY_END
from clients.deeds import Deed
from clients.forms.stand_in import StandInForm
from clients.models import Client, StandIn
from clients.models.stand_in import WEEK
from paku.access.can import can
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.pages import Order, page
from paku.kit.query import Query, cursor
from paku.kit.refusals import NotYours
from paku.saving.posts import SeeOther, once

NEWEST_FIRST: Order = [("began_at", "desc"), ("pk", "desc")]


class StandInsQuery(Query):
    """The page only."""

    after = cursor()


@requires(May.READ_CLIENT)
def stand_in(request: Request, ref: UUID) -> HttpResponse:
    """For those whom a reason lets in; who is in already goes straight on."""
    client: Any = Client.objects.known_to(request.user).with_care().filter(ref=ref).first()
    if client is None:
        raise Http404
    verdict = can(request.user, May.READ_CLIENT, client.relations)
    file = reverse("pathways:client", args=[client.ref])
    form = StandInForm(request.POST or None)
    if verdict.allows:
        return SeeOther(file)
    if verdict is not Verdict.REASON:
        raise NotYours
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _open(request, client, form, file))
    record(Deed.CLIENTS_LISTED, by=request.user, clients=[client.ref])
    context = {"client": client, "care": client.care, "form": form}
    return render(
        request, "clients/stand_in/stand_in.html", context, status=422 if form.is_bound else 200
    )


@requires(May.READ_CLIENT)
@require_POST
def end(request: Request, ref: UUID) -> HttpResponse:
    """The one who stands in ends it, or the own worker, the substitute or the supervisor does."""
    found = StandIn.objects.with_people().with_relations(request.user)
    begun: Any = found.filter(ref=ref).first()
    if begun is None or not begun.relations:
        raise Http404
    is_own = begun.worker_id == request.user.pk
    if not (is_own or MAY_END & set(begun.relations)):
        raise NotYours(_("Only the one who stands in or the own worker may end this."))
    deeds.end(begun=begun, by=request.user)
    return SeeOther(reverse("pathways:board" if is_own else "pathways:home"))


@requires(May.REVIEW_CASELOAD)
@require_safe
def stand_ins(request: Request) -> HttpResponse:
    """For the supervisor: who has opened whose file, why and when; above them those who have done so often."""
    query = StandInsQuery(request.GET)
    teams = request.user.teams_where(May.REVIEW_CASELOAD)
    found = StandIn.objects.of_teams(teams, request.user)
    shown = page(found.with_people(), order=NEWEST_FIRST, after=query.after)
    often = found.within(WEEK).often()
    people = {row.client.ref for row in shown.rows}
    record(Deed.STAND_INS_READ, by=request.user, clients=people, purpose="supervision")
    context = {
        "rows": shown.rows,
        "often": often,
        "newer_url": query.link(after=shown.newer) if shown.newer else "",
        "older_url": query.link(after=shown.older) if shown.older else "",
    }
    return render(request, "clients/stand_in/list.html", context)


def _open(request: Request, client: Client, form: StandInForm, file: str) -> str:
    deeds.stand_in(client=client, by=request.user, today=request.today, **form.answers)
    return file
