"""The locked screen: the same person goes on with the password, and the page with its text."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from paku.access.actions.sittings import unlock
from paku.access.deeds import Deed
from paku.access.doors import is_by_script, open_to_all, requires
from paku.access.forms.password import UnlockForm
from paku.access.requests import Request
from paku.access.roles import May
from paku.audit.record import record


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def locked(request: Any) -> HttpResponse:
    """Asked for by the server's redirect, and by the page that locked itself (204, 422 with a sentence, 401)."""
    who = request.locked_user or (request.user if request.user.is_authenticated else None)
    if who is None:
        return HttpResponse(status=401) if is_by_script(request) else redirect("access:sign-in")
    if request.method != "POST" and request.locked_user is None:
        return redirect(_onward(request))
    form = UnlockForm(request.POST if request.method == "POST" else None, user=who)
    if form.is_bound and form.is_valid():
        unlock(request=request, by=who)
        return HttpResponse(status=204) if is_by_script(request) else redirect(_onward(request))
    if form.is_bound:
        record(Deed.UNLOCK_FAILED, who, by=None, outcome="denied", purpose="sign_in")
    if is_by_script(request):
        return JsonResponse({"said": next(iter(form.errors.values()))[0]}, status=422)
    context = {"form": form, "who": who, "next": _onward(request)}
    return render(request, "access/locked.html", context, status=422 if form.is_bound else 200)


@requires(May.USE_OWN_ACCOUNT, needs_factor=False)
@require_POST
def here(request: Request) -> HttpResponse:
    """Somebody types, points or scrolls: the page says so once a minute at most, and the middleware has noted it."""
    return HttpResponse(status=204)


def _onward(request: Any) -> str:
    target = request.POST.get("next") or request.GET.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts=None) else "/"
