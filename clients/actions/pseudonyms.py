"""A team that works with pseudonyms: of its clients no real name and no identity code is written.

What was written before the team began so stays as it was, and so does what comes with a client from another team.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from paku.access.models import Team
from paku.kit.refusals import Refused

REAL_NAMES = ("last_name", "first_names")
NO_REAL_NAMES = _("This team works with pseudonyms: write only what the person is called.")
NO_CODES = _("This team works with pseudonyms: no identity code is written down.")


def refuse_real_names(team: Team | None, told: Mapping[str, Any], known: Any = None) -> None:
    """`known`: the client as now, whose names may be told again unchanged."""
    new = (name for name in REAL_NAMES if told.get(name) and told[name] != getattr(known, name, ""))
    if team is not None and any(new):
        raise Refused(NO_REAL_NAMES, code="pseudonymous")


def refuse_identity_code(team: Team | None) -> None:
    if team is not None:
        raise Refused(NO_CODES, code="pseudonymous")


def next_number() -> int:
    """No number comes twice; some may be left unused."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('clients_running_number')")
        return int(cursor.fetchone()[0])


def numbered(nickname: str, number: int) -> str:
    """“Nimi 12”: how lists, search and papers call a person who has a running number."""
    return f"{nickname[: 100 - len(str(number)) - 1].rstrip()} {number}"
