"""What every page knows: where one may go, and whether this is the demo."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from paku.access.models.sitting import LOCKS_AFTER
from paku.access.navigation import links


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor for templates/base.html."""
    return {
        "navigation": links(request),
        "demo": settings.DEMO,
        "theme_cookie": settings.THEME_COOKIE_NAME,
        "theme": _theme(request),
        "idle_lock": int(LOCKS_AFTER.total_seconds()),
        "today": getattr(request, "today", None),
    }


def _theme(request: HttpRequest) -> str:
    """The choice that static/js/theme.js keeps; as the device says when there is none."""
    chosen = request.COOKIES.get(settings.THEME_COOKIE_NAME, "")
    return chosen if chosen in ("dark", "light") else ""
