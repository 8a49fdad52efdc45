"""The tabs of the file that a page shows."""

from __future__ import annotations

from typing import Any

from django import template

from paku.access.file_tabs import NONE, tabs_of

register = template.Library()


@register.inclusion_tag("components/file_tabs.html", takes_context=True)
def file_tabs(context: dict[str, Any]) -> dict[str, Any]:
    """For base.html: from the page's `client`, and the relations that its door asked (of the client or the path)."""
    client, request = context.get("client"), context.get("request")
    relations = _relations(client) or _relations(context.get("path"))
    match = getattr(request, "resolver_match", None)
    if not relations or client is None or request is None or match is None:
        return {"tabs": NONE}
    return {"tabs": tabs_of(request.user, relations, client.ref, match.view_name)}


def _relations(shown: Any) -> list[str]:
    return getattr(shown, "relations", None) or []
