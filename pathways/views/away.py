"""Going away: one substitute for one's own clients, named at once."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clients.actions.substitutes import name_substitute
from clients.deeds import Deed
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record
from paku.kit.strict_post import takes_many
from paku.saving.posts import once
from pathways.forms.substitutes import AwayForm
from pathways.models.caseload import BY_NAME, open_cares
from pathways.models.workers import workers_of

MOST = 150


@takes_many("clients")
@requires(May.HAND_OVER)
def away(request: Request) -> HttpResponse:
    """Only of those whose own worker the user is."""
    mine = open_cares().related_to(request.user).of_worker(request.user.ref).with_people()
    cares = list(mine.select_related("client", "own_worker", "team").order_by(BY_NAME[0][0])[:MOST])
    teams = {care.team_id for care in cares}
    workers = [m for m in workers_of(list(teams), request.today) if m.user_id != request.user.pk]
    form = AwayForm(request.POST or None, today=request.today, workers=workers, cares=cares)
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _name(request, form))
    record(Deed.CLIENTS_LISTED, by=request.user, clients={care.client.ref for care in cares})
    context = {"cares": cares, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "pathways/own_worker/away.html", context, status=status)


def _name(request: Request, form: AwayForm) -> str:
    for care in form.chosen:
        name_substitute(care=care, by=request.user, today=request.today, **form.named)
    return reverse("pathways:board")
