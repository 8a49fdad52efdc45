"""What changes something comes from our own pages. A browser says where a post was born; we believe it when it says
that it was elsewhere. Old browsers and tools say nothing: for them the form's own secret decides (CSRF), as ever.
"""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from paku.kit.browser_settings import REPORTS
from paku.kit.plain_page import plain_page

log = logging.getLogger(__name__)

LOOKING = ("GET", "HEAD", "OPTIONS")
FROM_HERE = ("same-origin", "none")  # none: typed or reloaded by the person
OPEN_TO_OTHERS = (REPORTS,)  # a browser's own reports change nothing


class OwnPagesOnly:
    """Middleware; stands above sessions: whoever is refused here is not even known."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in LOOKING or request.path in OPEN_TO_OTHERS or not _is_foreign(request):
            return self.get_response(request)
        log.warning("request stopped: from another site")
        return plain_page("elsewhere")


def _is_foreign(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site", FROM_HERE[0])
    here = f"{request.scheme}://{request.get_host()}"
    return site not in FROM_HERE or request.headers.get("Origin", here) != here
