"""Whether a new person may be here already: the possible matches among those whom the user may list, with reasons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from clients.models.search import Hit, Wanted, search_clients
from pathways.models.caseload import open_cares
from pathways.models.rows import Row

MOST = 10


@dataclass(frozen=True, slots=True)
class Match:
    """One client who may be the same person. Only name and own worker are shown, and the file's link if it opens."""

    row: Row
    hit: Hit

    @property
    def reasons(self) -> list[str]:
        """In words; a similar name is said to be similar, not the same."""
        name = (
            _("same name")
            if self.hit.nearness == 1
            else _("the name sounds alike")
            if self.hit.sounds_alike
            else _("similar name")
            if self.hit.nearness
            else ""
        )
        found = (
            self.hit.same_code and _("same identity code"),
            name,
            self.hit.same_phone and _("same phone number"),
            self.hit.same_birth and _("same date of birth"),
        )
        return [reason for reason in found if reason]


def matches(
    user: Any, wanted: Wanted, today: Any, *, same_code: Collection[int] = ()
) -> list[Match]:
    """The best first. Persons whom the user may not list leave no sign. `same_code`: as in `search_clients`."""
    hits = search_clients(user, wanted, most=MOST, same_code=same_code)
    if not hits:
        return []
    cares = (
        open_cares()
        .listed_for(user)
        .of_clients([hit.client_id for hit in hits])
        .with_people()
        .marked_open_to(user)
    )
    by_client = {care.client_id: care for care in cares}
    found = [(by_client[hit.client_id], hit) for hit in hits if hit.client_id in by_client]
    told = [(care, _kept_back(hit) if care.client.is_protected else hit) for care, hit in found]
    return [Match(Row(care, today), hit) for care, hit in told if hit.is_found]


def _kept_back(hit: Hit) -> Hit:
    """With turvakielto a birth date tells nobody who it is; a number does not even in the search itself."""
    return replace(hit, same_phone=False, same_birth=False)


def these(found: Sequence[Match]) -> str:
    """A short name for exactly these persons, so that “none of these” cannot be said of others."""
    return sha256(" ".join(sorted(str(match.row.ref) for match in found)).encode()).hexdigest()[:24]
