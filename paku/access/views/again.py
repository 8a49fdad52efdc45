"""Proving once more who one is, on the way to a page that demands it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from paku.access.doors import requires
from paku.access.forms.again import AgainForm
from paku.access.requests import Request
from paku.access.roles import May
from paku.access.step_up import confirm


@requires(May.USE_OWN_ACCOUNT, needs_factor=False)
def sign_in_again(request: Request) -> HttpResponse:
    """Leads to `next` when the proof holds. Acts that are posted ask on their own address (`step_up.py`)."""
    form = AgainForm(request.POST or None, request=request)
    if form.is_bound and confirm(request, form):
        return redirect(_onward(request))
    context = {"form": form, "address": request.get_full_path(), "carried": ()}
    return render(request, "access/again.html", context, status=422 if form.is_bound else 200)


def _onward(request: Request) -> str:
    target = request.GET.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts=None) else "/"
