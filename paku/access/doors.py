"""The lock that is visible from outside: each view names the right it needs, or says that it is open on purpose."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from paku.access.roles import May
from paku.audit.middleware import typed
from paku.kit.refusals import NotYours

View = Callable[..., HttpResponse]


def requires(right: May) -> Callable[[View], View]:
    """Only for those who hold the right today. Strangers sign in first; the others get a plain 403."""

    def lock(view: View) -> View:
        @wraps(view)
        def locked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _ask_to_sign_in(request)
            if not request.user.may(right):
                raise NotYours(
                    _(
                        "Your role does not include this. If you think it should, ask your supervisor."
                    )
                )
            return view(request, *args, **kwargs)

        locked.permission = right  # type: ignore[attr-defined]
        return locked

    return lock


def open_to_all(view: View) -> View:
    """A page without a lock, on purpose: it shows nothing of anybody."""
    view.open_on_purpose = True  # type: ignore[attr-defined]
    return view


def _ask_to_sign_in(request: Any) -> HttpResponse:
    """A page comes back after signing in; a call by script is told plainly that the session is over.

    What was typed is not thrown away by it: the text comes back on a page that waits until one has signed in again.
    """
    if request.headers.get("Sec-Fetch-Dest", "document") == "empty" or getattr(
        request, "htmx", False
    ):
        return HttpResponse(status=401)
    if request.method == "POST" and (kept := typed(request)):
        sentence = _("You were signed out before this was saved.")
        context = {"sentence": sentence, "status": 403, "kept": kept}
        return render(request, "kept.html", context, status=403)
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
