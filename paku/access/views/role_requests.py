"""Rights that wait for a second person; and for a supervisor, the way to the own teams."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from paku.access.actions import memberships as deeds
from paku.access.deeds import Deed
from paku.access.doors import requires
from paku.access.forms.memberships import DecisionForm, NamedForm
from paku.access.forms.sheet import SeeOther
from paku.access.managing import must_manage
from paku.access.models import AccountReturn, RoleRequest, Team, User, register
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted
from paku.audit.record import record

SHOWN = 25


@requires(May.MANAGE_ROLES)
def rights(request: Request) -> HttpResponse:
    """What waits, what was decided lately, the teams; a post names somebody for whom a right is asked."""
    form = NamedForm(request.POST or None)
    if form.is_bound and form.is_valid():
        named = User.objects.filter(username=form.cleaned_data["username"], is_active=True).first()
        if named:
            return SeeOther("access:ask-right", named.ref)
        form.add_error("username", _("There is no account in use with this user name."))
    record(Deed.REGISTER_READ, by=request.user, purpose="administration")
    own = RoleRequest.objects.managed_by(request.user).with_names()
    returns = AccountReturn.objects.managed_by(request.user).with_names()
    managed = request.user.teams_managed
    context = {
        "form": form,
        "returns": returns.waiting()[: SHOWN * 4],
        "waiting": own.waiting()[: SHOWN * 4],
        "decided": own.decided()[:SHOWN],
        "teams": Team.objects.filter(pk__in=managed) if managed is not None else (),
    }
    return render(
        request, "access/set_up/rights.html", context, status=422 if form.is_bound else 200
    )


@requires(May.MANAGE_ROLES)
@needs_fresh_sign_in(when=when_posted)
def decide(request: Request, ref: UUID) -> HttpResponse:
    """One request word for word; buttons only for what one may do."""
    asked = get_object_or_404(RoleRequest.objects.with_names(), ref=ref)
    must_manage(request.user, asked.team_id)
    form = DecisionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        outcome = form.cleaned_data["outcome"]
        deeds.decide(request=asked, outcome=outcome, by=request.user, today=request.today)
        return SeeOther("access:decide-right", ref)
    record(Deed.REGISTER_READ, asked, by=request.user, purpose="administration")
    mine = request.user.pk == asked.asked_by_id
    context = {
        "form": form,
        "asked": asked,
        "may_give": not mine and request.user.pk != asked.subject_id,
        "mine": mine,
        "givers": register.givers(asked) if not asked.outcome else (),
    }
    return render(
        request, "access/set_up/decide_right.html", context, status=422 if form.is_bound else 200
    )
