"""Pages for a post that cannot be trusted, for an address that leads nowhere and for our own faults."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from paku.audit.middleware import typed
from paku.audit.record import NotRecorded


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 when the form's secret does not fit (signed out meanwhile, another site); the text stays on the page."""
    sentence = _(
        "The form was opened before you signed in, or it came from elsewhere. Nothing was saved."
    )
    return render(
        request,
        "kept.html",
        {"sentence": sentence, "status": 403, "kept": typed(request)},
        status=403,
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400 for what no browser sends. Without the request: a foreign host is stopped before anybody is known."""
    return HttpResponse(render_to_string("400.html"), status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """The fault is ours: 503 when the database or the trail is away for a moment (try again), else 500."""
    away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError | NotRecorded)
    page, status = ("503.html", 503) if away else ("500.html", 500)
    return HttpResponse(render_to_string(page), status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page for what is hidden and what does not exist."""
    return render(request, "404.html", status=404)
