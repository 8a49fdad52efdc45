"""Teams: the main user's list, and each team's people with their rights, which its supervisor sees too."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from paku.access.actions import teams as deeds
from paku.access.deeds import Deed
from paku.access.doors import requires
from paku.access.forms.sheet import SeeOther
from paku.access.forms.teams import TAKEN, PseudonymsForm, TeamForm
from paku.access.managing import must_manage
from paku.access.models import Membership, Team
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted
from paku.audit.record import record
from paku.kit.finnish import FinnishSort


@requires(May.SEE_SET_UP)
def teams(request: Request) -> HttpResponse:
    """Each with how many people it has today."""
    live = Q(memberships__since__lte=request.today, memberships__user__is_active=True) & (
        Q(memberships__until=None) | Q(memberships__until__gte=request.today)
    )
    people = Count("memberships__user", filter=live, distinct=True)
    found = Team.objects.annotate(people=people).order_by(FinnishSort("name"), "pk")
    record(Deed.REGISTER_READ, by=request.user, purpose="administration")
    return render(request, "access/set_up/teams.html", {"teams": found})


@requires(May.MANAGE_ROLES)
def team(request: Request, ref: UUID) -> HttpResponse:
    """Today's and coming rights in the team; no other team's supervisor looks in."""
    found = get_object_or_404(Team, ref=ref)
    must_manage(request.user, found.pk)
    rights = Membership.objects.filter(team=found).select_related("user")
    live = rights.filter(Q(until=None) | Q(until__gte=request.today), user__is_active=True)
    record(Deed.REGISTER_READ, found, by=request.user, purpose="administration")
    context = {"team": found, "memberships": live.order_by(FinnishSort("user__name"), "pk")}
    return render(request, "access/set_up/team.html", context)


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def new_team(request: Request) -> HttpResponse:
    """A team that nobody belongs to yet."""
    form = TeamForm(request.POST or None)
    if form.is_bound and form.is_valid():
        made = deeds.create_team(ref=form.row, by=request.user, **form.answers)
        if made:
            return SeeOther("access:team", made.ref)
        form.add_error("name", TAKEN)
    context = {"form": form}
    return render(
        request, "access/set_up/team_form.html", context, status=422 if form.is_bound else 200
    )


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def rename(request: Request, ref: UUID) -> HttpResponse:
    """A new name or provider."""
    found = get_object_or_404(Team, ref=ref)
    initial = {"name": found.name, "provider": found.provider}
    form = TeamForm(request.POST or None, team=found, initial=initial)
    if form.is_bound and form.is_valid():
        deeds.rename_team(team=found, by=request.user, **form.answers)
        return SeeOther("access:team", found.ref)
    context = {"form": form, "team": found}
    return render(
        request, "access/set_up/team_form.html", context, status=422 if form.is_bound else 200
    )


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def pseudonyms(request: Request, ref: UUID) -> HttpResponse:
    """What it means is read first; the button says which way it goes, so a page left open cannot turn it back."""
    found = get_object_or_404(Team, ref=ref)
    form = PseudonymsForm(request.POST or None)
    if form.is_bound and form.is_valid():
        deeds.set_pseudonyms(team=found, by=request.user, **form.answers)
        return SeeOther("access:team", found.ref)
    context = {"team": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "access/set_up/pseudonyms.html", context, status=status)
