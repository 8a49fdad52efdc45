"""One account: seen, made, corrected, given a new sign-in, ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from paku.access.actions import accounts
from paku.access.actions import users as deeds
from paku.access.deeds import Deed
from paku.access.doors import requires
from paku.access.endings import hindrances
from paku.access.forms.first_password import OwnPasswordForm
from paku.access.forms.sheet import SeeOther, Sheet
from paku.access.forms.users import TAKEN, NewUserForm, UserForm
from paku.access.models import AccountReturn, RoleRequest, User, register
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import needs_fresh_sign_in, when_posted
from paku.access.views.one_time import one_time
from paku.audit.record import record
from paku.kit.refusals import NotYours


@requires(May.MANAGE_USERS)
def user(request: Request, ref: UUID) -> HttpResponse:
    """What is told of the person, every right with its days, what waits for a second person."""
    found = _open(ref)
    record(Deed.REGISTER_READ, found, by=request.user, purpose="administration")
    waiting: Any = RoleRequest if found.is_active else AccountReturn
    context = {
        "account": found,
        "waiting": waiting.objects.waiting().filter(subject=found).with_names(),
    }
    return render(request, "access/set_up/user.html", context)


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def new_user(request: Request) -> HttpResponse:
    """The account, and its one-time password on the page that answers: shown once, kept nowhere."""
    form = NewUserForm(request.POST or None, initial={"language": "fi"})
    if form.is_bound and form.is_valid():
        made = deeds.create_user(ref=form.row, sheet=form.number, by=request.user, **form.answers)
        if made:
            return one_time(request, made, form)
        form.add_error("username", TAKEN)
    context = {"form": form}
    return render(
        request, "access/set_up/new_user.html", context, status=422 if form.is_bound else 200
    )


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def edit_user(request: Request, ref: UUID) -> HttpResponse:
    """Correct the name, the title, how to reach the person, the language."""
    found = get_object_or_404(User, ref=ref)
    told = {name: getattr(found, name) for name in deeds.TOLD} | {"seen": deeds.seen_as(found)}
    form = UserForm(request.POST or None, initial=told)
    if form.is_bound and form.is_valid():
        seen = form.cleaned_data["seen"]
        deeds.change_user(user=found, seen=seen, by=request.user, **form.answers)
        return SeeOther("access:user", ref)
    context = {"form": form, "account": found}
    return render(
        request, "access/set_up/edit_user.html", context, status=422 if form.is_bound else 200
    )


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def renew(request: Request, ref: UUID) -> HttpResponse:
    """A forgotten password: a new one-time one, shown once."""
    return _help(request, ref, "access/set_up/renew.html", _renewed)


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def reset_factor(request: Request, ref: UUID) -> HttpResponse:
    """A lost telephone or key: every second factor goes, and a new one is set up at the next sign-in."""
    return _help(request, ref, "access/set_up/reset_factor.html", _reset)


@requires(May.MANAGE_USERS)
@needs_fresh_sign_in(when=when_posted)
def end_account(request: Request, ref: UUID) -> HttpResponse:
    """Says first what must be put in order; then ends the account at once."""
    found = get_object_or_404(register.with_rights(User.objects.filter(ref=ref)))
    in_the_way = hindrances(found) if found.is_active else []
    form = Sheet(request.POST or None)
    if form.is_bound and form.is_valid() and not in_the_way:
        accounts.end_account(user=found, by=request.user)
        return SeeOther("access:user", ref)
    context: dict[str, Any] = {
        "form": form,
        "account": found,
        "hindrances": [(one.sentence, _address(request, one.path)) for one in in_the_way],
        "leaders": register.leaders_of(found) if in_the_way else (),
    }
    return render(
        request, "access/set_up/end_account.html", context, status=422 if form.is_bound else 200
    )


@requires(May.USE_OWN_ACCOUNT, needs_own_password=False)
def first_password(request: Request) -> HttpResponse:
    """The person's own password instead of the one-time one; nothing else opens before that."""
    last_moment = request.user.temporary_until
    if last_moment is None:
        return SeeOther("access:account")
    if last_moment <= timezone.now():
        raise NotYours(
            _("The one-time password has expired. Ask the main user for a new one."), code="expired"
        )
    form = OwnPasswordForm(request.POST or None, user=request.user)
    if form.is_bound and form.is_valid():
        accounts.choose_password(user=request.user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, request.user)
        return SeeOther("/")
    context = {"form": form}
    status = 422 if form.is_bound else 200
    return render(request, "access/set_up/first_password.html", context, status=status)


def _help(request: Request, ref: UUID, page: str, do: Callable[..., HttpResponse]) -> HttpResponse:
    """One press of a button for an account in use."""
    found = get_object_or_404(User, ref=ref, is_active=True)
    form = Sheet(request.POST or None)
    if form.is_bound and form.is_valid():
        return do(request, found, form)
    return render(request, page, {"form": form, "account": found})


def _renewed(request: Request, account: User, form: Sheet) -> HttpResponse:
    accounts.renew_sign_in(user=account, sheet=form.number, by=request.user)
    return one_time(request, account, form)


def _reset(request: Request, account: User, form: Sheet) -> HttpResponse:
    accounts.reset_factors(user=account, by=request.user)
    return SeeOther("access:user", account.ref)


def _open(ref: UUID) -> User:
    found: User = get_object_or_404(register.with_rights(User.objects.filter(ref=ref)))
    return found


def _address(request: Request, path: str) -> str:
    return request.build_absolute_uri(path) if path else ""
