"""Drafts coming in; and the pages that say no without losing a word."""

from paku.saving.views.drafts import drafts
from paku.saving.views.refusals import bad_request, broken, forged, not_found

__all__ = ["bad_request", "broken", "drafts", "forged", "not_found"]
