"""What a search leaves on the trail: whom it showed, and a keyed hash of what was asked; never the words."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from clients.deeds import Deed
from paku.access import pace
from paku.access.models import User
from paku.audit.record import record
from paku.kit.folding import folded


def note_search(*, asked: str, shown: Iterable[UUID], by: User) -> None:
    """The same question gives the same hash, so that repeated searches for one person can be noticed.

    Raises Refused when there have been very many in a short while: then nothing of what was found is shown.
    """
    pace.hold(Deed.CLIENTS_SEARCHED, pace.SEARCHES, by=by)
    refs = list(shown)
    record(
        Deed.CLIENTS_SEARCHED,
        by=by,
        clients=refs,
        details={"query": keyed(asked), "found": len(refs)},
    )


def keyed(asked: str) -> str:
    """Without the index key nobody can tell, by trying names, what was asked."""
    return hmac.new(settings.INDEX_KEY.encode(), folded(asked).encode(), hashlib.sha256).hexdigest()
