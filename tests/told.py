"""What a page tells its reader of at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse


def told_on(page: HttpResponse) -> list[Any]:
    """Of all sorts together, as they stand on the page: each has `kind`, `about` and `notice`."""
    return [one for group in page.context["told"] for one in group.told]  # type: ignore[attr-defined]


def kinds_on(page: HttpResponse) -> list[str]:
    return [one.kind for one in told_on(page)]
