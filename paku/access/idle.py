"""The desk that was left: after a quarter of an hour Paku is locked until its person says the password again.

The page locks itself as well (static/js/idle.js), but what counts is this: the server asks its own clock. A locked
session is nobody's: every page asks to unlock, and what was posted waits on a page that can be sent again. After an
hour, and ten hours after the sign-in at the latest, there is no session any more (`SittingQuerySet.live`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from paku.access import pace
from paku.access.actions.sittings import agent_of
from paku.access.models.sitting import LOCKS_AFTER, SEEN_EVERY, Sitting
from paku.audit import facts
from paku.audit.facts import address_of

View = TypeVar("View", bound=Callable[..., Any])


def by_itself(view: View) -> View:
    """Mark a view that the page calls on its own, as autosave does: it is no sign that somebody is there."""
    view.is_by_itself = True  # type: ignore[attr-defined]
    return view


class IdleLock:
    """Middleware, after the user is known. `request.locked_user` is who may unlock; None when nothing is locked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.locked_user = None
        sitting = getattr(request.session, "sitting", None) if _is_in(request) else None
        if sitting is not None and sitting.idle >= LOCKS_AFTER:
            lock(request)
        elif sitting is not None and (sitting.idle >= SEEN_EVERY or not sitting.agent):
            _note(request)
        return self.get_response(request)


def lock(request: Any) -> None:
    """For this request nobody is signed in."""
    request.locked_user, request.user = request.user, AnonymousUser()
    request.session.forget_sitting()


def _is_in(request: Any) -> bool:
    return bool(request.user.is_authenticated)


def _note(request: Any) -> None:
    """Somebody is there. Before the request's own transaction, so that no request waits for another's end."""
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return
    if getattr(view, "is_by_itself", False):
        return
    with facts.of(request), transaction.atomic():
        request.user.enter()
        Sitting.objects.seen(
            request.session.kept_key, agent=agent_of(request), address=address_of(request)
        )
        pace.watch(request)
