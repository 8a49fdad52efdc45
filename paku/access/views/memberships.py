"""Asking for a right, for a longer one, and ending one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from paku.access.actions import memberships as deeds
from paku.access.doors import requires
from paku.access.forms.memberships import EndRightForm, LongerForm, RightForm, RightQuery
from paku.access.forms.sheet import SeeOther
from paku.access.managing import must_manage
from paku.access.models import Membership, User
from paku.access.requests import Request
from paku.access.roles import May, Role
from paku.access.step_up import needs_fresh_sign_in, when_posted
from paku.access.task_classes import OF_A_TEAM, WHY


@requires(May.MANAGE_ROLES)
@needs_fresh_sign_in(when=when_posted)
def ask(request: Request, ref: UUID) -> HttpResponse:
    """A role with its task class in one of the teams one looks after; a second person gives it."""
    subject = get_object_or_404(User, ref=ref, is_active=True)
    instead = RightQuery(request.GET).instead
    earlier = _managed(request, instead) if instead else None
    if earlier and earlier.user_id != subject.pk:
        raise Http404
    initial = (
        {"team": earlier.team.ref, "right": f"{earlier.role}/{earlier.task_class}"}
        if earlier
        else {}
    )
    form = RightForm(request.POST or None, by=request.user, today=request.today, initial=initial)
    if form.is_bound and form.is_valid():
        told = form.answers
        made = deeds.ask(ref=form.row, subject=subject, earlier=earlier, by=request.user, **told)
        return SeeOther("access:decide-right", made.ref)
    context = {"form": form, "subject": subject, "earlier": earlier, "reasons": _reasons(request)}
    return render(
        request, "access/set_up/ask_right.html", context, status=422 if form.is_bound else 200
    )


@requires(May.MANAGE_ROLES)
@needs_fresh_sign_in(when=when_posted)
def longer(request: Request, ref: UUID) -> HttpResponse:
    """The same right for longer: a second person gives it too."""
    return _last_day(request, ref, LongerForm, _asked, "access/set_up/longer.html")


@requires(May.MANAGE_ROLES)
@needs_fresh_sign_in(when=when_posted)
def end(request: Request, ref: UUID) -> HttpResponse:
    """One person is enough to end a right."""
    return _last_day(request, ref, EndRightForm, _ended, "access/set_up/end_right.html")


def _last_day(
    request: Request,
    ref: UUID,
    kind: type[LongerForm | EndRightForm],
    do: Callable[[Request, Membership, Any], HttpResponse],
    page: str,
) -> HttpResponse:
    found = _managed(request, ref)
    form = kind(request.POST or None, membership=found, today=request.today)
    if form.is_bound and form.is_valid():
        return do(request, found, form)
    context = {"form": form, "membership": found}
    return render(request, page, context, status=422 if form.is_bound else 200)


def _asked(request: Request, right: Membership, form: LongerForm) -> HttpResponse:
    until = form.cleaned_data["until"]
    made = deeds.ask_longer(ref=form.row, membership=right, until=until, by=request.user)
    return SeeOther("access:decide-right", made.ref)


def _ended(request: Request, right: Membership, form: EndRightForm) -> HttpResponse:
    until = form.cleaned_data["until"]
    deeds.end_right(membership=right, until=until, by=request.user, today=request.today)
    return SeeOther("access:team", right.team.ref)


def _managed(request: Request, ref: UUID) -> Membership:
    """Of a team that the user looks after, and not over yet."""
    found: Membership = get_object_or_404(
        Membership.objects.select_related("user", "team"), ref=ref, user__is_active=True
    )
    must_manage(request.user, found.team_id)
    if found.until and found.until < request.today:
        raise Http404
    return found


def _reasons(request: Request) -> list[tuple[str, object]]:
    """(role, why just these task classes) for each role that is offered."""
    roles = Role.values if request.user.teams_managed is None else OF_A_TEAM
    return [(str(Role(role).label), WHY[role]) for role in roles]
