"""A dangerous act asks once more who one is: a factor of the last five minutes (ASVS 7.5.3; verdict `s` in rights.py).

    @requires(May.GIVE_PAPER)
    @needs_fresh_sign_in(when=gives)
    def summary(request, ref): ...

A post is never lost by it: the page that asks carries every typed field along and sends them again, to the same
address, with the proof beside them. The guard takes the proof out, so the view and its form see the post as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from paku.access.deeds import Deed
from paku.access.doors import is_by_script
from paku.access.factors import is_fresh
from paku.access.forms.again import PROOF, AgainForm
from paku.audit.facts import CLOCK
from paku.audit.record import record

View = Callable[..., HttpResponse]
When = Callable[[Any], bool]


def every_time(request: Any) -> bool:
    """The whole page is dangerous, looking included."""
    return True


def when_posted(request: Any) -> bool:
    """Looking is free, doing is not."""
    return bool(request.method == "POST")


def needs_fresh_sign_in(*, when: When = every_time) -> Callable[[View], View]:
    """Stands right under `@requires`. `when(request)` tells the dangerous requests of a view from the others."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            form = _proof(request)
            if form is not None:
                _weigh(request, form)
            if when(request) and not is_fresh(request):
                return _ask(request, form)
            return view(request, *args, **kwargs)

        guarded.needs_fresh_sign_in = True  # type: ignore[attr-defined]
        return guarded

    return guard


def confirm(request: Any, form: AgainForm) -> bool:
    """Whether the proof holds; either way it is on the trail."""
    holds = form.is_valid()
    record(
        Deed.CONFIRMED if holds else Deed.CONFIRM_FAILED, by=request.user, purpose="sign_in",
        outcome="ok" if holds else "denied", details={"by": form.kind},
    )  # fmt: skip
    return holds


def _proof(request: Any) -> AgainForm | None:
    """Take what was typed on the asking page out of the post."""
    if request.method != "POST" or not any(name in request.POST for name in PROOF):
        return None
    form = AgainForm(request.POST, request=request)
    rest = request.POST.copy()
    for name in PROOF:
        rest.pop(name, None)
    request.POST = rest
    return form


def _weigh(request: Any, form: AgainForm) -> None:
    if not is_fresh(request):
        confirm(request, form)


def _ask(request: Any, form: AgainForm | None) -> HttpResponse:
    if is_by_script(request):
        return HttpResponse(status=401)
    if request.method != "POST":
        again = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('access:sign-in-again')}?{again}")
    context = {
        "form": form or AgainForm(request=request),
        "address": request.get_full_path(),
        "carried": [
            (name, value)
            for name, values in request.POST.lists()
            if name not in ("csrfmiddlewaretoken", "_end", CLOCK)
            for value in values
        ],
    }
    return render(request, "access/again.html", context, status=422 if form else 403)
