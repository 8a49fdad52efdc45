"""What somebody had begun to write on this very sheet: it comes back when the sheet is opened."""

from __future__ import annotations

from paku.access.requests import Request
from paku.saving.models import Draft


def unfinished(request: Request, key: str) -> Draft | None:
    """One's own newest draft of the key (`paku.saving.drafts.key_of`), unless an empty sheet is asked for."""
    if request.method != "GET" or "empty" in request.GET:
        return None
    return Draft.objects.of(request.user).about(key).first()
