"""One transaction round the view *and* its rendering; refusals go to the trail afterwards in one of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from paku.audit import facts
from paku.audit.deeds import Deed
from paku.audit.record import record
from paku.kit import context
from paku.kit.refusals import Kept, NotYours, Refused, drawer_of

MACHINERY = frozenset(
    {"csrfmiddlewaretoken", "submission_id", "text_len", "_end", facts.CLOCK, "login"}
)
# never written into a page: passwords and codes as the forms of `paku/access` call them
SECRETS = frozenset(
    {"password", "new", "again", "username", "code", "credential"}
    | {f"again_{proof}" for proof in ("password", "code", "credential")}
)
PATHS_WITHOUT_TRANSACTION = ("/health/", "/csp-reports/")


class RequestTransaction:
    """Innermost middleware. What the view wrote and what it showed stand or fall together with their entries."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        if request.path.startswith(PATHS_WITHOUT_TRANSACTION):
            return self.get_response(request)
        with facts.of(request):
            # until the view has got to its end there is nothing to show
            response = HttpResponse(status=500)
            try:
                with transaction.atomic():
                    request.today = _enter(request)
                    response = self.get_response(request)
                    if refusal(request) or response.status_code >= 500:
                        transaction.set_rollback(True)
            except DatabaseError:
                if not refusal(request):
                    raise
            return self.refuse(request) if refusal(request) else response

    def process_exception(self, request: Any, exception: Exception) -> HttpResponse | None:
        """Keep the refusal and step out of the transaction before anything more is asked of the database."""
        if isinstance(exception, Refused | PermissionDenied | Http404):
            request.refusal = exception
            return HttpResponse(status=404)
        return None

    def refuse(self, request: HttpRequest) -> HttpResponse:
        """Write the entry, then say it to the person with everything that was typed still there."""
        said = refusal(request)
        with transaction.atomic():
            context.enter(request.user.pk)
            _record_refusal(request, said)
            return page_of(request, said)


def _enter(request: Any) -> date:
    """Name the user to the database, and ask what day it is: both come with the statement that reads the person's
    rights; asked apart only when there are none."""
    return request.user.enter() if request.user.is_authenticated else context.enter(None)


def refusal(request: HttpRequest) -> Exception | None:
    """What the view refused with, if it did."""
    return getattr(request, "refusal", None)


def page_of(request: HttpRequest, said: Exception | None) -> HttpResponse:
    """404 is the same for all that is hidden or absent; 403, 409 and 422 say why and keep what was typed."""
    if isinstance(said, Http404):
        return render(request, "404.html", status=404)
    if isinstance(said, PermissionDenied):
        said = NotYours(str(said) or _("You do not have the right to do this."))
    if not isinstance(said, Refused):
        raise TypeError(f"{type(said).__name__} is not a refusal")
    template = "stale.html" if said.status == 409 and hasattr(said, "theirs") else "refused.html"
    context = {
        "sentence": said.sentence,
        "status": said.status,
        "refusal": said,
        "kept": typed(request) if said.words is None else Kept(typed(request), said.words),
    }
    return render(request, template, context, status=said.status)


def typed(request: HttpRequest) -> Kept:
    """What the person wrote, to be shown and sent again: everything but the form's own machinery and secrets."""
    match = request.resolver_match
    return Kept(
        (
            (name, value)
            for name, values in request.POST.lists()
            if name not in MACHINERY | SECRETS
            for value in values
            if value.strip()
        ),
        drawer=drawer_of(match.func.__module__) if match else "",
    )


def _record_refusal(request: HttpRequest, said: Exception | None) -> None:
    user = request.user if request.user.is_authenticated else None
    match = request.resolver_match
    record(
        Deed.REFUSED,
        by=user,
        outcome="denied",
        purpose="",
        object_ref=str(match.kwargs.get("ref", "")) if match else "",
        details={
            "why": getattr(said, "code", type(said).__name__.lower()),
            "page": match.view_name if match else "",
            "method": request.method,
        },
    )
