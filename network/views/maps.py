"""The network map: looked at as it is and as it was, and the place of one member on it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clients.doors import open_client
from network.actions.ties import place_of, tell_tie
from network.deeds import Deed
from network.forms.ties import TieForm
from network.maps import Around
from network.member_history import history_of
from network.models import Member
from network.picture.changes import changes, marked
from paku.access.can import may_now
from paku.access.doors import requires
from paku.access.requests import Request
from paku.access.roles import May
from paku.kit.query import Query
from paku.kit.query import day as day_parameter
from paku.kit.refusals import Refused
from paku.kit.strict_post import takes_many
from paku.saving.posts import once

MOST_DAYS = 24


class MapQuery(Query):
    """`?day=2026-03-01`: the map of that day beside today's."""

    day = day_parameter()


@requires(May.READ_NETWORK)
@require_safe
def network_map(request: Request, ref: UUID) -> HttpResponse:
    """The picture and its twin; with a day chosen also the map of that day, and in words what has changed."""
    client = _open(request, ref, May.READ_NETWORK)
    shows_marks = may_now(request.user, client.relations, May.READ_CONSENTS)
    around = Around.of(client)
    now = around.on(request.today, shows_marks=shows_marks)
    day = MapQuery(request.GET).day
    then = around.on(day, shows_marks=shows_marks) if day and day < request.today else None
    told = changes(then, now) if then else ()
    if then:
        then, now = marked(then, now)
    context = {
        "client": client,
        "now": now,
        "then": then,
        "changes": told,
        "days": around.days(request.today)[:MOST_DAYS],
        "may_edit": may_now(request.user, client.relations, May.EDIT_NETWORK),
        "may_print": may_now(request.user, client.relations, May.MAKE_PAPER),
    }
    return render(request, "network/map/map.html", context)


@requires(May.READ_NETWORK)
@require_safe
def history(request: Request, ref: UUID) -> HttpResponse:
    """Who came, what changed, who went."""
    client = _open(request, ref, May.READ_NETWORK)
    context = {"client": client, "events": history_of(client, request.today)}
    return render(request, "network/map/history.html", context)


@takes_many("talks_with")
@requires(May.EDIT_NETWORK)
def tie(request: Request, ref: UUID, member: UUID) -> HttpResponse:
    """How close, which part, how strong, with whom they talk."""
    client = _open(request, ref, May.EDIT_NETWORK)
    found = get_object_or_404(Member.objects.of(client).with_home(), ref=member)
    if request.method != "POST" and not found.holds_on(request.today):
        raise Refused(_("This membership has already ended."), code="member_ended", status=409)
    here = Member.objects.of(client).on(request.today).named()
    others = [one for one in here if one.pk != found.pk]
    form = TieForm(request.POST or None, member=found, others=others, now=place_of(found))
    if form.is_bound and form.is_valid():
        return once(request, form, lambda: _tell(request, client, found, others, form))
    context = {"client": client, "member": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "network/map/tie.html", context, status=status)


def _open(request: Request, ref: UUID, right: May) -> Any:
    return open_client(request, ref, right, deed=Deed.NETWORK_READ, sections=("members",))


def _tell(request: Request, client: Any, member: Member, others: list[Member], form: TieForm) -> str:  # fmt: skip
    seen = form.cleaned_data["seen"]
    tell_tie(member=member, place=form.place, others=others, seen=seen, on=request.today, by=request.user)  # fmt: skip
    return reverse("network:map", args=[client.ref])
