"""An ended account asked back into use, and the second person's decision on it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from paku.access.actions import returns as deeds
from paku.access.deeds import Deed
from paku.access.doors import requires
from paku.access.forms.memberships import DecisionForm
from paku.access.forms.sheet import SeeOther, Sheet
from paku.access.models import AccountReturn, User, register
from paku.access.models.two_people import Outcome
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted
from paku.access.views.one_time import one_time
from paku.audit.record import record


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def take_back(request: Request, ref: UUID) -> HttpResponse:
    """Asks for it; nothing opens before a second main user has given it."""
    account = get_object_or_404(User, ref=ref, is_active=False)
    form = Sheet(request.POST or None)
    if form.is_bound and form.is_valid():
        asked = deeds.ask_back(ref=form.row, subject=account, by=request.user)
        return SeeOther("access:decide-return", asked.ref)
    return render(request, "access/set_up/take_back.html", {"form": form, "account": account})


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def decide(request: Request, ref: UUID) -> HttpResponse:
    """Buttons only for what one may do; whoever gives the account back is shown its one-time password, once."""
    asked = get_object_or_404(AccountReturn.objects.with_names(), ref=ref)
    form = DecisionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        outcome = form.cleaned_data["outcome"]
        deeds.decide(
            asked=asked, outcome=outcome, sheet=form.number, by=request.user, today=request.today
        )
        if outcome == Outcome.GRANTED:
            return one_time(request, asked.subject, form)
        return SeeOther("access:decide-return", ref)
    record(Deed.REGISTER_READ, asked, by=request.user, purpose="administration")
    mine = request.user.pk == asked.asked_by_id
    context = {
        "form": form,
        "asked": asked,
        "may_give": not mine,
        "mine": mine,
        "givers": register.main_users_but(asked.asked_by_id) if not asked.outcome else (),
    }
    status = 422 if form.is_bound else 200
    return render(request, "access/set_up/decide_return.html", context, status=status)
