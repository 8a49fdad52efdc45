"""What every page knows: where one may go, and whether this is the demo."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from paku.access.navigation import links


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor for templates/base.html."""
    return {
        "navigation": links(request),
        "demo": settings.DEMO,
        "today": getattr(request, "today", None),
    }
