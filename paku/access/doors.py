"""The lock that is visible from outside: each view names the right it needs, or says that it is open on purpose."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from paku.access.can import can
from paku.access.factors import is_signed_in_whole
from paku.access.rights import Verdict
from paku.access.roles import May
from paku.audit import facts
from paku.audit.middleware import typed
from paku.kit.refusals import NotYours, Refused

View = Callable[..., HttpResponse]
# what an address names here is no client, so there is nothing to hide and the view is not even asked
OF_NO_CLIENT = frozenset({
    May.MANAGE_USERS, May.MANAGE_ROLES, May.SEE_SET_UP, May.SET_CLOCKS, May.EDIT_DIRECTORY,
    May.TELL_WHERE_AND_WHEN,
})  # fmt: skip
NOT_IN_THE_ROLE = _("Your role does not include this. If you think it should, ask your supervisor.")


def requires(
    right: May, *, needs_factor: bool = True, needs_own_password: bool = True
) -> Callable[[View], View]:
    """Only for those who hold the right today. Strangers sign in first; the others get a plain 403.

    Who has not shown the second factor that is demanded is led to set it up; `needs_factor=False` is for the pages of
    doing just that, and `needs_own_password=False` for the page on which a one-time password is replaced.
    """

    def lock(view: View) -> View:
        @wraps(view)
        def locked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _ask_to_sign_in(request)
            if needs_factor and (first := _comes_first(request, needs_own_password)):
                return first
            facts.under(right.name)
            verdict = can(request.user, right)
            if verdict is Verdict.HIDDEN and kwargs:
                raise Http404
            if _open_somewhere(verdict):
                return view(request, *args, **kwargs)
            if kwargs and right not in OF_NO_CLIENT:
                return _hide_as_the_door_does(view, request, *args, **kwargs)
            raise NotYours(NOT_IN_THE_ROLE)

        locked.permission = right  # type: ignore[attr-defined]
        return locked

    return lock


def _comes_first(request: Any, needs_own_password: bool) -> HttpResponse | None:
    """What must be done before anything opens: the second factor, then a password of one's own."""
    if not is_signed_in_whole(request):
        return _lead_to_the_factor(request)
    if needs_own_password and request.user.temporary_until:
        return redirect("access:first-password")
    return None


def _hide_as_the_door_does(
    view: View, request: HttpRequest, *args: Any, **kwargs: Any
) -> HttpResponse:
    """For a role that never gets in: 404 where the object's own door hides it, 405 where nobody may ask so. Nothing
    else that the page would say is said, and nothing that it did stays."""
    with suppress(Refused):
        answer = view(request, *args, **kwargs)
        if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            return answer
    raise NotYours(NOT_IN_THE_ROLE)


def _open_somewhere(verdict: Verdict) -> bool:
    return verdict not in (Verdict.NO, Verdict.HIDDEN)


def open_to_all(view: View) -> View:
    """A page without a lock, on purpose: it shows nothing of anybody."""
    view.open_on_purpose = True  # type: ignore[attr-defined]
    return view


def _ask_to_sign_in(request: Any) -> HttpResponse:
    """A page comes back after signing in; a call by script is told plainly that the session is over.

    What was typed is not thrown away by it: the text comes back on a page that waits until one has signed in again.
    """
    if is_by_script(request):
        return HttpResponse(status=401)
    if request.method == "POST" and (kept := typed(request)):
        sentence = _("You were signed out before this was saved.")
        if getattr(request, "locked_user", None) is not None:
            sentence = _("Paku had locked itself before this was saved.")
        context = {"sentence": sentence, "status": 403, "kept": kept}
        return render(request, "kept.html", context, status=403)
    onward = request.get_full_path() if request.method == "GET" else "/"
    locked = getattr(request, "locked_user", None) is not None
    return redirect_to_login(onward, "access:locked" if locked else None)


def _lead_to_the_factor(request: Any) -> HttpResponse:
    return HttpResponse(status=401) if is_by_script(request) else redirect("access:factors")


def is_by_script(request: Any) -> bool:
    """Not a page that somebody waits for: it is told in a status, never led elsewhere."""
    return request.headers.get("Sec-Fetch-Dest") == "empty" or bool(getattr(request, "htmx", False))
