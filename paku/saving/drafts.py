"""Which forms may leave drafts: each room names its kinds, so that a key is never free text."""

from __future__ import annotations

import re
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from paku.kit.refusals import Refused

_KINDS: set[str] = set()
_WAITING: set[str] = set()
_KEY = re.compile(r"([a-z-]{1,30})/([0-9a-f-]{36})")


def draft_kind(kind: str, *, waits: bool = False) -> str:
    """Declare a kind of draft (`visit`); used by rooms when they load. `waits`: when its author is away or the account
    has ended, it waits for two people who let another go on with it (`models/takeover.py`)."""
    _KINDS.add(kind)
    if waits:
        _WAITING.add(kind)
    return kind


def kinds_that_wait() -> list[str]:
    """Kinds that may be taken over."""
    return sorted(_WAITING)


def key_of(kind: str, ref: UUID) -> str:
    """The key of a draft about one object."""
    return f"{kind}/{ref}"


def known_key(key: str) -> str:
    """The key if it is of a declared kind and about a ref; else Refused."""
    match = _KEY.fullmatch(key)
    if not match or match[1] not in _KINDS:
        raise Refused(_("This draft is about nothing that Paku knows."), code="draft_key")
    return f"{match[1]}/{UUID(match[2])}"
