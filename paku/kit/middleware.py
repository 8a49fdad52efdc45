"""Nothing that shows a person is kept by a browser, a proxy or a search engine, or lent to another site's page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from paku.kit.browser_settings import REPORTING_GROUP, REPORTS

NOT_NEEDED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
              "microphone", "midi", "payment", "usb")  # fmt: skip
HEADERS = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NOT_NEEDED),
    "Reporting-Endpoints": f'{REPORTING_GROUP}="{REPORTS}"',
}


class NothingIsKept:
    """Headers for every answer but the static files (whitenoise answers those before us)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response[name] = value
        return response
