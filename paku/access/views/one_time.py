"""The page that shows a one-time password: after an account was made, renewed or given back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from paku.access.forms.sheet import SeeOther, Sheet
from paku.access.models import User
from paku.access.one_time import is_still, one_time_password
from paku.access.requests import Request


def one_time(request: Request, account: User, form: Sheet) -> HttpResponse:
    """Only while it is still the account's password: a page that is sent again later shows nothing."""
    account = User.objects.get(pk=account.pk)
    if not is_still(account, form.number):
        return SeeOther("access:user", account.ref)
    context = {"account": account, "password": one_time_password(form.number)}
    return render(request, "access/set_up/one_time.html", context)
