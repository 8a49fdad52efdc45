"""Changing one's own password."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from paku.access.actions import passwords
from paku.access.deeds import Deed
from paku.access.doors import requires
from paku.access.forms.password import ChangePasswordForm
from paku.access.forms.sheet import SeeOther
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record


@requires(May.USE_OWN_ACCOUNT)
def change_password(request: Request) -> HttpResponse:
    """With the old one. Every other session ends."""
    form = ChangePasswordForm(request.POST or None, user=request.user)
    if form.is_bound and form.is_valid():
        passwords.change(request=request, by=request.user, new=form.cleaned_data["new"])
        messages.success(
            request, _("The password has been changed. Your other sessions have ended.")
        )
        return SeeOther("access:account")
    if form.is_bound:
        record(Deed.PASSWORD_NOT_CHANGED, by=request.user, outcome="denied", purpose="sign_in")
    context = {"form": form}
    return render(request, "access/password.html", context, status=422 if form.is_bound else 200)
