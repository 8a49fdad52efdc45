"""Nothing that shows a person is kept by a browser, a proxy or a search engine."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class NothingIsKept:
    """Headers for every answer but the static files (whitenoise answers those before us)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = (
            "camera=(), microphone=(), geolocation=(), interest-cohort=()"
        )
        return response
