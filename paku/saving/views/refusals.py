"""Pages for a post that cannot be trusted and for an address that leads nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from paku.audit.middleware import typed


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
    """400 for what no browser sends."""
    return render(request, "400.html", status=400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page for what is hidden and what does not exist."""
    return render(request, "404.html", status=404)
